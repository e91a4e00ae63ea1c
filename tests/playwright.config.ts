import { defineConfig } from 'playwright/test';

export default defineConfig({
  projects: [
    { name: 'unit', testDir: 'unit' },
    { name: 'browser', testDir: 'browser' },
    { name: 'compat', testDir: 'compat' },
  ],
  outputDir: '../test-results',
  globalSetup: './support/global-setup.ts',
  reporter: [['./support/summary-reporter.ts']],
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 }, // The first Background Fetch of a fresh profile takes about 3 s to start.
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
});
