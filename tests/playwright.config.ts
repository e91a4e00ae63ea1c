import { defineConfig } from 'playwright/test';
import type { OtherBrowserOptions } from './other-browsers/fixtures.ts';

export default defineConfig<object, OtherBrowserOptions>({
  // A worker that goes over to another project starts anew, with a browser and a server of the app.
  projects: [
    // The longest first, so that none is left running alone. They wait for servers: the others compute beside them.
    { name: 'survival', testDir: 'browser', testMatch: 'survival-*.spec.ts', workers: 2 },
    { name: 'firefox', testDir: 'other-browsers', workers: 1, use: { otherBrowser: 'Firefox' } },
    { name: 'webkit', testDir: 'other-browsers', workers: 1, use: { otherBrowser: 'WebKit' } },
    { name: 'example', testDir: 'browser', testMatch: 'own-app.spec.ts', workers: 1 },
    { name: 'unit', testDir: 'unit' },
    {
      name: 'browser',
      testMatch: /\/(?:browser|compat)\/[^/]+\.spec\.ts$/u,
      testIgnore: /\/(?:survival-[^/]+|own-app)\.spec\.ts$/u,
    },
  ],
  outputDir: '../test-results',
  globalSetup: './support/global-setup.ts',
  reporter: [['./support/summary-reporter.ts']],
  fullyParallel: true,
  workers: 4, // On two cores: most tests wait for a server that takes its time.
  timeout: 60_000,
  expect: { timeout: 20_000 }, // The first Background Fetch of a fresh profile takes about 3 s to start.
  forbidOnly: process.env['CI'] !== undefined,
  retries: process.env['CI'] ? 2 : 0, // A machine that hangs refuses no work; what needed it is named at the end.
});
