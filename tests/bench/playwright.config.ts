import { defineConfig } from 'playwright/test';

/** Measurements, not tests: one at a time, on a machine that does nothing else. */
export default defineConfig({
  testMatch: '*.bench.ts',
  outputDir: '../../test-results/bench',
  globalSetup: '../support/global-setup.ts',
  reporter: [['../support/summary-reporter.ts'], ['./results-reporter.ts']],
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 120_000 },
  use: { actionTimeout: 60_000 },
  retries: 0,
});
