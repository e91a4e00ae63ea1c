import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Worker } from 'playwright/test';
import { build } from 'vite';
import { AppServer } from '../support/app-server.ts';
import { expect, test } from '../support/fixtures.ts';
import { clickNotification } from '../support/notification-click.ts';
import { backToLibrary, reader, sheet } from '../support/reading.ts';
import { document, download, notifications, serviceWorker } from '../support/story.ts';

const BASE = '/longhaul/';
const ROOT = resolve(import.meta.dirname, '../..');

test.use({ ownBrowser: true, newProfile: true });

test('built for a path of its site, the app keeps to it: worker, manifest, links, notices, reading offline', async ({
  context,
  origin,
}) => {
  test.slow(); // It is built here.
  const outDir = await mkdtemp(join(tmpdir(), 'longhaul-sub-path-'));
  await build({ root: ROOT, base: BASE, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await AppServer.start(outDir, ROOT, 0, BASE);
  const app = server.url + BASE;
  await context.grantPermissions(['notifications', 'background-sync'], { origin: server.url });
  const page = await context.newPage();
  await page.goto(app);
  await expect(page.getByRole('heading', { name: 'Sample shelf' })).toBeVisible();
  const worker = await serviceWorker(context);
  expect(worker.url()).toBe(`${app}sw.js`);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(app);

  const cdp = await context.newCDPSession(page);
  const { errors, manifest } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(manifest).toMatchObject({ id: app, startUrl: app, scope: app });
  expect((await cdp.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  const { shareTarget, fileHandlers = [], shortcuts = [], icons = [], screenshots = [] } = manifest;
  const addresses = [shareTarget?.action, ...fileHandlers.map(({ action }) => action)]
    .concat(shortcuts.map(({ url }) => url))
    .concat([...icons, ...screenshots.map(({ image }) => image)].map(({ url }) => url));
  expect(addresses.length).toBeGreaterThan(9);
  for (const address of addresses) expect(address).toMatch(new RegExp(`^${app}`, 'u'));

  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page).toHaveURL(`${app}settings`);
  const bookmarklet = await page.getByRole('link', { name: 'Add to Longhaul' }).getAttribute('href');
  expect(bookmarklet).toContain(`open('${app}?add='`);
  await page.getByRole('link', { name: 'Transfers' }).click();
  await expect(page).toHaveURL(`${app}transfers`);
  await download(page, origin.publish('far below.pdf', { pages: 2 }).url);
  await expect.poll(() => notifications(worker), { timeout: 40_000 }).toEqual(['far below.pdf']);
  expect(await iconOfNotice(worker)).toBe(`${app}icons/icon-192.png`);
  await clickNotification(worker);
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  expect(page.url().startsWith(`${app}read/`)).toBe(true);

  await server.close(); // From here on the app is on its own.
  await page.reload();
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await reader(page).getByRole('button', { name: 'Next page' }).click();
  await expect(sheet(page, 2).getByText('page 2 of 2')).toBeVisible();
  await backToLibrary(page);
  await expect(page).toHaveURL(app);
  await page.reload();
  await expect(document(page, 'far below.pdf')).toBeVisible();
  await page.goto(`${app}nowhere`);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await rm(outDir, { recursive: true, force: true });
});

/** Of the one that is shown. */
async function iconOfNotice(worker: Worker): Promise<string | undefined> {
  return worker.evaluate(async () => {
    const { registration } = globalThis as unknown as { readonly registration: ServiceWorkerRegistration };
    const shown = (await registration.getNotifications()) as (Notification & { readonly icon: string })[];
    return shown[0]?.icon;
  });
}
