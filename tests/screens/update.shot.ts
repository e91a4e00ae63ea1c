import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppServer } from '../support/app-server.ts';
import { expect, shootWindow, test as base } from './fixtures.ts';

const DIST = join(import.meta.dirname, '../../dist');

/** An app server with a build of its own, which may change under it. */
const test = base.extend<{ readonly build: string }>({
  build: async ({}, use) => {
    const build = await mkdtemp(join(tmpdir(), 'longhaul-build-'));
    await cp(DIST, build, { recursive: true });
    await use(build);
    await rm(build, { recursive: true });
  },

  app: async ({ build }, use) => {
    const app = await AppServer.start(build);
    await use(app);
    await app.close();
  },
});

test('a new version is offered', async ({ page, build }) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await appendFile(join(build, 'sw.js'), '\n// Newer by this line.\n');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await shootWindow(page, 'update-offer');
});
