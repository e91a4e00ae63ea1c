import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { notifications, serviceWorker } from '../support/story.ts';

const German = { name: 'Sprache' } as const;

async function speakGerman(page: Page): Promise<void> {
  await page.goto('/settings');
  const choice = page.getByRole('combobox', { name: 'Language' });
  await choice.focus();
  await choice.selectOption('Deutsch');
  await expect(page.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible();
}

test('a language is chosen in Settings: all windows change at once, nothing is reloaded, the next start speaks it', async ({
  context,
  page,
}) => {
  const other = await context.newPage();
  await other.goto('/');
  await other.getByLabel('Address').fill('https://half-typed');
  await speakGerman(page);
  await expect(page.getByRole('combobox', German)).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle('Einstellungen · Longhaul');
  await expect(other.getByLabel('Adresse')).toHaveValue('https://half-typed');
  await expect(other.getByRole('link', { name: 'Bibliothek' })).toBeVisible();

  await page.goto('/transfers');
  await expect(page.getByRole('heading', { name: 'Übertragungen', level: 1 })).toBeVisible();
  await page.goto('/settings');
  await page.getByRole('combobox', German).selectOption('Wie der Browser');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('sizes, dates and the worker’s notifications speak the language of the window', async ({
  context,
  page,
  origin,
}) => {
  await speakGerman(page);
  await page.getByRole('link', { name: 'Bibliothek' }).click(); // A press after the document has come takes its notification away.
  await page.getByLabel('Adresse').fill(origin.publish('Bericht.pdf', { bytes: 1_234_567 }).url);
  await page.getByRole('button', { name: 'Herunterladen', exact: true }).click();
  const list = page.getByRole('list', { name: 'Bibliothek' });
  await expect(list.getByRole('listitem')).toContainText('1,2 MB');
  const worker = await serviceWorker(context);
  await expect.poll(() => notifications(worker)).toEqual(['Bericht.pdf']);
  const bodies = await worker.evaluate(async () => {
    const { registration } = globalThis as unknown as { readonly registration: ServiceWorkerRegistration };
    return (await registration.getNotifications()).map(({ body }) => body);
  });
  expect(bodies).toEqual(['Bereit zum Lesen · 1,2 MB']);
});

test.describe('in a browser that asks for German', () => {
  test.use({ ownBrowser: true });

  test('the first screen is German, without a choice', async ({ launch, context }) => {
    await context.close();
    const page = await (await launch({ locale: 'de-AT' })).newPage();
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Downloads, die ihren Tab überleben' })).toBeVisible();
    await expect(page.getByLabel('Adresse')).toBeVisible();
  });
});

test('from right to left nothing is wider than a phone', async ({ page, origin }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await page.getByLabel('Address').fill(origin.publish('paper.pdf').url);
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Library' }).getByRole('link', { name: 'paper.pdf' })).toBeVisible();
  for (const path of ['/', '/transfers', '/settings']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    const [first, last] = [await links.first().boundingBox(), await links.last().boundingBox()];
    expect(first?.x ?? 0, `the first link of ${path} stands on the right`).toBeGreaterThan(last?.x ?? 0);
  }
});
