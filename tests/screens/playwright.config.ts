import { defineConfig } from 'playwright/test';

/** Draws the app: every screen into `test-results/screens`, what the project shows of itself into `public`. */
export default defineConfig({
  testMatch: '*.shot.ts',
  outputDir: '../../test-results/screens-run',
  globalSetup: '../support/global-setup.ts',
  reporter: [['../support/summary-reporter.ts']],
  workers: 1,
  timeout: 120_000,
  use: { actionTimeout: 20_000 },
  expect: { timeout: 20_000 },
  retries: 0,
});
