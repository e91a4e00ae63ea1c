import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppServer } from '../support/app-server.ts';
import { expect, test } from '../support/fixtures.ts';
import { clickNotification, openedWindow } from '../support/notification-click.ts';
import { closeAllWindows, document, download, notifications, serviceWorker, transfer } from '../support/story.ts';

test('the manifest installs, and its pictures are what it says', async ({ context, page, app }) => {
  await page.goto('/');
  await serviceWorker(context);
  const cdp = await context.newCDPSession(page);
  const { errors, manifest } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(manifest.id).toBe(`${app.url}/`);
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const pictures = await page.evaluate(async () => {
    const { icons, screenshots } = (await (await fetch('/manifest.webmanifest')).json()) as Record<
      'icons' | 'screenshots',
      { src: string; sizes: string }[]
    >;
    const listed = [...icons, ...screenshots].filter(({ sizes }) => sizes !== 'any');
    return Promise.all(
      listed.map(async ({ src, sizes: told }) => {
        const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
        return { src, told, real: `${width}x${height}` };
      }),
    );
  });
  expect(pictures).toHaveLength(8);
  for (const { src, told, real } of pictures) expect(real, src).toBe(told);
});

test('the manifest has what systems ask for: pictures of wide and narrow windows, icons of each kind, shortcuts', async ({
  page,
  app,
}) => {
  await page.goto('/');
  const cdp = await page.context().newCDPSession(page);
  const { manifest } = await cdp.send('Page.getAppManifest');
  expect(manifest.shortcuts?.map(({ name, url }) => [name, url])).toEqual([
    ['Add', `${app.url}/?add`],
    ['Transfers', `${app.url}/transfers`],
    ['Last read', `${app.url}/?last`],
  ]);
  const told = (await (await fetch(`${app.url}/manifest.webmanifest`)).json()) as {
    readonly icons: readonly { readonly purpose?: string }[];
    readonly screenshots: readonly { readonly form_factor: string; readonly label: string }[];
  };
  for (const factor of ['wide', 'narrow']) {
    const shown = told.screenshots.filter(({ form_factor: wanted }) => wanted === factor);
    expect(shown.length, factor).toBeGreaterThanOrEqual(2);
    for (const { label } of shown) expect(label).toMatch(/\w/u);
  }
  expect(told).toMatchObject({
    display: 'standalone',
    display_override: ['window-controls-overlay'],
    launch_handler: { client_mode: ['focus-existing', 'auto'] },
  });
  expect(told.icons.map(({ purpose = 'any' }) => purpose)).toEqual(
    expect.arrayContaining(['any', 'maskable', 'monochrome']),
  );
});

test.describe('in a browser that installs it', () => {
  test.use({ ownBrowser: true });

  test('installed, the badge counts what came unseen, and opening the app clears it', async ({
    context,
    page,
    app,
    origin,
  }) => {
    const pdf = origin.publish('badge.pdf', { bytes: 1_000_000, holdAfterBytes: 500_000 });
    await page.goto('/');
    const worker = await serviceWorker(context);
    const cdp = await context.newCDPSession(page);
    const manifestId = `${app.url}/`;
    await cdp.send('PWA.install', { manifestId, installUrlOrBundleUrl: `${app.url}/` });
    await download(page, pdf.url);
    await pdf.reached(500_000);
    pdf.release();
    await expect.poll(() => notifications(worker)).toEqual(['badge.pdf']);
    await expect.poll(async () => (await cdp.send('PWA.getOsAppState', { manifestId })).badgeCount).toBe(1);
    await document(page, 'badge.pdf').click();
    await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
    await expect.poll(async () => (await cdp.send('PWA.getOsAppState', { manifestId })).badgeCount).toBe(0);
  });
});

test('a click on the notification opens its document, in the open window or in a new one', async ({
  context,
  page,
  origin,
}) => {
  const pdf = origin.publish('click me.pdf');
  await page.goto('/settings');
  await download(page, pdf.url);
  const worker = await serviceWorker(context);
  await expect.poll(() => notifications(worker)).toEqual(['click me.pdf']);
  await clickNotification(worker);
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await expect(page).toHaveTitle('click me.pdf · Longhaul');

  const second = origin.publish('second.pdf');
  await page.goto('/settings');
  await download(page, second.url);
  await expect.poll(() => notifications(worker)).toContain('second.pdf');
  await closeAllWindows(context);
  await clickNotification(worker);
  await expect.poll(() => openedWindow(worker)).toMatch(/\/read\/[\da-f-]{36}$/u);
});

test.describe('in a browser that comes back', () => {
  test.use({ ownBrowser: true });

  test('an update is offered and comes when it is wanted', async ({ context, launch }) => {
    const outDir = await mkdtemp(join(tmpdir(), 'longhaul-dist-'));
    await cp(resolve(import.meta.dirname, '../../dist'), outDir, { recursive: true });
    const server = await AppServer.start(outDir);
    await context.close();
    const again = await launch({ baseURL: server.url });
    const page = await again.newPage();
    await page.goto('/transfers');
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    await page.goto('/nowhere'); // A first visit is no update, however one walks about.
    await expect(page.getByText('A new version is ready')).toHaveCount(0);
    await page.goto('/transfers');
    const offer = page.getByText('A new version is ready');
    await expect(page.getByRole('heading', { name: 'Transfers' })).toBeVisible();
    await expect(offer).toHaveCount(0);

    await appendFile(join(outDir, 'sw.js'), '\n// another version\n');
    await page.reload();
    await expect(offer).toBeVisible();
    const loads = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).click();
    await loads;
    await expect(page.getByRole('heading', { name: 'Transfers' })).toBeVisible();
    await expect(offer).toHaveCount(0);
    const source = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return { waits: registration?.waiting !== null, controls: navigator.serviceWorker.controller !== null };
    });
    expect(source).toEqual({ waits: false, controls: true });
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  });
});

test('every screen has an address, Back works, and an unknown one says so', async ({ page, origin }) => {
  const pdf = origin.publish('deep.pdf');
  await page.goto('/transfers');
  await expect(page.getByRole('heading', { name: 'Transfers', level: 1 })).toBeVisible();
  await download(page, pdf.url);
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  await expect(page).toHaveURL('/');
  await document(page, 'deep.pdf').click();
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  const address = page.url();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Transfers', level: 1 })).toBeVisible();

  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Reader' }).getByText('of 1', { exact: true })).toBeVisible();
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await page.goto('/read/no-such-document');
  await expect(page.getByText('This document is not in your library')).toBeVisible();
  await page.goto('/no/such/screen');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});

test.describe('in a browser that is started again', () => {
  test.use({ ownBrowser: true });

  test('after a relaunch of the browser the session has all its tasks, and a lost run goes on', async ({
    context,
    page,
    launch,
    origin,
  }) => {
    const done = origin.publish('done.pdf');
    const broken = origin.publish('broken.pdf', { status: 404 });
    const running = origin.publish('running.pdf', { bytes: 3_000_000, holdAfterBytes: 1_000_000 });
    await page.goto('/transfers');
    await download(page, [done.url, broken.url, running.url].join('\n'));
    await running.reached(1_000_000);
    await expect(transfer(page, 'broken.pdf')).toContainText('has nothing at this address');
    await context.close();
    running.release();

    const again = await launch();
    const second = await again.newPage();
    await second.goto('/transfers');
    const list = second.getByRole('list', { name: 'Transfers' });
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await expect(list.getByRole('listitem', { name: 'done.pdf' })).toContainText('Done');
    await expect(list.getByRole('listitem', { name: 'broken.pdf' })).toContainText('(404)');
    await expect(list.getByRole('listitem', { name: 'running.pdf' })).toContainText('Done', { timeout: 60_000 });
  });
});
