import type { Page } from 'playwright/test';
import { AppServer } from '../support/app-server.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { DeployedApp } from '../support/next-version.ts';
import { backToLibrary, sheet } from '../support/reading.ts';
import { document, download, notifications, serviceWorker, storedSha256, transfer } from '../support/story.ts';

/** An app server whose app is updated under the windows that are open. */
const test = base.extend<{ readonly deployed: DeployedApp }>({
  ownBrowser: true,
  newProfile: true,

  deployed: async ({}, use) => {
    const deployed = await DeployedApp.make();
    await use(deployed);
    await deployed.remove();
  },

  app: async ({ deployed }, use) => {
    const app = await AppServer.start(deployed.directory);
    await use(app);
    await app.close();
  },
});

/** Opens a screen, and waits until its version is kept as a whole. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(async () => navigator.serviceWorker.ready);
}

/** Lets the new version in, as a press on the offer does. */
async function takeUpdate(page: Page, mark: string): Promise<void> {
  await page.reload();
  await expect(page.getByText('A new version is ready')).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => versionIn(page)).toContain(mark);
}

/** The address of the first script that the page started with. */
async function versionIn(page: Page): Promise<string> {
  const script = page.locator('script[type=module]').first();
  return (await script.getAttribute('src').catch(() => null)) ?? '';
}

/** Scripts of the reader of the version with that mark, as far as they are kept. */
async function readerScripts(page: Page, mark: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const requests = await (await caches.open('longhaul-reader')).keys();
    return requests.map(({ url }) => url).filter((url) => url.includes(`/${wanted}`));
  }, mark);
}

/** What lies in Cache Storage and is not of the version with that mark. */
async function oldScripts(page: Page, mark: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    }
    return found.filter((path) => path.endsWith('.js') && !path.includes(wanted));
  }, mark);
}

test('an old window beside a new version goes on, until the schema is another: then it says so', async ({
  context,
  deployed,
  origin,
  page: old,
}) => {
  test.slow(); // Three versions are installed.
  await open(old, '/');
  await download(old, origin.publish('paper.pdf').url);
  await expect(document(old, 'paper.pdf')).toBeVisible();
  const worker = await serviceWorker(context);
  await expect.poll(() => notifications(worker), { timeout: 40_000 }).toEqual(['paper.pdf']);

  const second = await deployed.deploy();
  const updated = await context.newPage();
  await updated.goto('/');
  await takeUpdate(updated, second);
  const cdp = await context.newCDPSession(old);
  await cdp.send('Network.clearBrowserCache');
  await expect(old.getByText('A new version is ready')).toBeVisible();
  await document(old, 'paper.pdf').click(); // Its reader is of the old version, and no longer on the server.
  await expect(sheet(old, 1).getByText('Test paper')).toBeVisible();
  expect(await versionIn(old)).not.toContain(second);
  await backToLibrary(old);
  await old.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => versionIn(old)).toContain(second);
  await expect(async () => {
    await old.reload(); // Each start asks: the window before may not have been quite gone.
    await expect.poll(() => oldScripts(old, second), { timeout: 8_000 }).toEqual([]);
  }).toPass();

  const third = await deployed.deploy({ newSchema: true });
  await old.goto('/transfers');
  await expect(transfer(old, 'paper.pdf')).toContainText('Done');
  expect(await versionIn(old)).not.toContain(third); // The server has only that; the second is kept as a whole.
  await takeUpdate(updated, third);
  await expect(document(updated, 'paper.pdf')).toBeVisible();
  await expect(old.getByRole('alert')).toContainText('This window is of an older version');
  await expect(old.getByLabel('Address')).toHaveCount(0);
  await old.getByRole('button', { name: 'Reload' }).click();
  await expect(transfer(old, 'paper.pdf')).toContainText('Done');
  expect(await versionIn(old)).toContain(third);
});

test('an update that could not be had whole comes later, with all that reading offline needs', async ({
  app,
  context,
  deployed,
  origin,
  page,
}) => {
  test.slow(); // Two versions are installed, one of them twice.
  await open(page, '/');
  await download(page, origin.publish('paper.pdf').url);
  const worker = await serviceWorker(context);
  await expect.poll(() => notifications(worker), { timeout: 40_000 }).toEqual(['paper.pdf']);
  const second = await deployed.deploy();
  const mend = await deployed.breakInstall();
  await page.reload();
  await expect.poll(() => readerScripts(page, second)).not.toEqual([]);
  await app.close(); // The old version tidies up at its next start: none is being installed any more.
  await expect(async () => {
    await page.reload();
    await expect.poll(() => readerScripts(page, second), { timeout: 4_000 }).toEqual([]);
  }).toPass();

  await mend();
  await app.renew();
  await takeUpdate(page, second);
  await app.close();
  await page.reload();
  await document(page, 'paper.pdf').click();
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
});

test('a window that does not let go of an older schema is named, and the new one goes on when it is closed', async ({
  context,
  deployed,
  page,
}) => {
  await open(page, '/settings');
  await expect(page.getByLabel('Theme')).toBeVisible();
  const stubborn = await context.newPage();
  await stubborn.goto('/manifest.webmanifest');
  await stubborn.evaluate(
    async () => new Promise((resolve) => indexedDB.open('longhaul').addEventListener('success', resolve)),
  );
  await takeUpdate(page, await deployed.deploy({ newSchema: true }));
  const alert = page.getByRole('alert').filter({ hasText: 'Another window holds your library' });
  await expect(alert).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await stubborn.close();
  await expect(page.getByLabel('Theme')).toBeVisible();
  await expect(alert).toHaveCount(0);
});

for (const engine of ['background-fetch', 'fetch'] as const) {
  test.describe(`by ${engine}`, () => {
    test.use({ engine });

    test('an update during a transfer loses nothing', async ({ context, deployed, origin, page }) => {
      const pdf = origin.publish('under way.pdf', {
        bytes: 3_000_000,
        holdAfterBytes: 1_000_000,
        headers: { 'Accept-Ranges': null }, // Else the browser would wait for 30 s after the reload.
      });
      await open(page, '/transfers');
      await download(page, pdf.url);
      await pdf.reached(1_000_000);
      await takeUpdate(page, await deployed.deploy());
      pdf.release();
      await expect(transfer(page, 'under way.pdf')).toContainText('Done', { timeout: 40_000 });
      expect(await storedSha256(page, 'under way.pdf')).toBe(pdf.sha256);
      // A page's own request ends with each reload, and with the worker that took it over; the browser's doesn't.
      const lost = engine === 'fetch' ? 3 * 1_000_000 : 0;
      expect(pdf.bytesSent).toBeLessThanOrEqual(pdf.body.length + lost);
      await page.getByRole('link', { name: 'Library' }).click();
      await expect(page.getByRole('list', { name: 'Library' }).getByRole('link')).toHaveCount(1);
      expect(context.pages()).toHaveLength(1);
    });
  });
}
