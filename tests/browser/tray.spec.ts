import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { leaveBytesAlone } from '../support/leave-bytes-alone.ts';
import { makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { document as libraryEntry, download, transfer, tray, trayToggle } from '../support/story.ts';

const HELD = { bytes: 4_000_000, holdAfterBytes: 1_000_000 };

/** A library of many, loaded anew. */
async function openLibraryOfMany(page: Page): Promise<void> {
  await page.addInitScript(leaveBytesAlone);
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  await seedLibrary(page, { documents: makeDocuments(21) });
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Library' }).getByRole('link').first()).toBeVisible();
}

/** Px from the top of the window. */
async function boxOf(locator: Locator): Promise<{ readonly top: number; readonly bottom: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not drawn');
  return { top: box.y, bottom: box.y + box.height };
}

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('a line tells how far a download is, and opens to all that can be done with it', async ({ page, origin }) => {
    await page.goto('/');
    await download(page, origin.publish('slow.pdf', HELD).url);
    await expect(tray(page)).toContainText('slow.pdf');
    await expect(tray(page)).toContainText('25 %');
    await expect(tray(page)).toContainText('You can close this tab now.');
    await expect(transfer(page, 'slow.pdf')).toHaveCount(0);
    await trayToggle(page).press('Enter');
    await expect(trayToggle(page)).toHaveAttribute('aria-expanded', 'true');
    const row = transfer(page, 'slow.pdf');
    await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
    await expect(row.getByRole('link', { name: 'Read slow.pdf now' })).toBeVisible();
    await row.getByRole('button', { name: 'Details of slow.pdf' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await row.getByRole('button', { name: 'Pause slow.pdf' }).click();
    await expect(row).toContainText('Paused');
    await expect(row.getByRole('button', { name: 'Resume slow.pdf' })).toBeFocused();
    await row.getByRole('button', { name: 'Cancel slow.pdf' }).click();
    await expect(row).toContainText('Canceled');
  });

  test('the page ends above it, so that the last document can be seen', async ({ page, origin }) => {
    await openLibraryOfMany(page);
    await download(page, origin.publish('slow.pdf', HELD).url);
    await expect(tray(page)).toContainText('25 %');
    await page.getByRole('heading', { name: 'Library', level: 1 }).press('End');
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const last = page.getByRole('list', { name: 'Library' }).getByRole('listitem').last();
    await expect(last).toBeVisible();
    await expect.poll(async () => (await boxOf(last)).bottom).toBeLessThan((await boxOf(trayToggle(page))).top);
  });
});

test.describe('before anybody was asked about notifications', () => {
  test.use({ viewport: { width: 360, height: 740 }, notifications: false });

  test('the question stands on the line of the first download, and goes with its answer', async ({ page, origin }) => {
    await page.goto('/');
    await download(page, origin.publish('slow.pdf', HELD).url);
    await expect(tray(page)).toContainText('25 %');
    await expect(trayToggle(page)).toHaveAttribute('aria-expanded', 'false');
    const ask = tray(page).getByRole('button', { name: 'Not now' });
    await expect(ask).toBeInViewport();
    await ask.click();
    await expect(ask).toHaveCount(0);
    await expect(tray(page)).toContainText('25 %');
  });
});

test('whether the rows are shown is remembered', async ({ page, origin }) => {
  await page.goto('/');
  await download(page, origin.publish('slow.pdf', HELD).url);
  await expect(transfer(page, 'slow.pdf')).toContainText('25 %');
  await trayToggle(page).click();
  await expect(transfer(page, 'slow.pdf')).toHaveCount(0);
  await expect(trayToggle(page)).toBeFocused();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(tray(page)).toHaveCount(0);
  await page.goBack();
  await expect(trayToggle(page)).toHaveAttribute('aria-expanded', 'false');
});

test('the focus is on the heading when what had it has come, and the first document takes the place of the welcome', async ({
  page,
  origin,
}) => {
  const pdf = origin.publish('slow.pdf', HELD);
  await page.goto('/');
  await download(page, pdf.url);
  await expect(transfer(page, 'slow.pdf')).toContainText('25 %');
  await expect(page.getByRole('heading', { name: 'Downloads that outlive their tab' })).toBeVisible();
  await transfer(page, 'slow.pdf').getByRole('button', { name: 'Pause slow.pdf' }).focus();
  pdf.release();
  await expect(libraryEntry(page, 'slow.pdf')).toBeVisible();
  await expect(tray(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeFocused();
});

test('what has failed is put away, and is back when it is tried again', async ({ page, origin }) => {
  await openLibraryOfMany(page);
  const gone = origin.publish('gone.pdf', { status: 404 });
  await download(page, gone.url);
  await expect(transfer(page, 'gone.pdf')).toContainText('404');
  const asked = gone.requests.length;
  await tray(page).getByRole('button', { name: 'Put away' }).click();
  await expect(tray(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Transfers' }).click();
  await expect(transfer(page, 'gone.pdf')).toContainText('404');
  await page.getByRole('link', { name: 'Library', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Library' })).toBeVisible();
  await expect(tray(page)).toHaveCount(0);

  await page.getByRole('link', { name: 'Transfers' }).click();
  await page.getByRole('button', { name: 'Retry gone.pdf' }).click();
  await expect.poll(() => gone.requests.length).toBeGreaterThan(asked);
  await page.getByRole('link', { name: 'Library', exact: true }).click();
  await expect(transfer(page, 'gone.pdf')).toContainText('404'); // It has failed again, which nobody has put away.
  await tray(page).getByRole('button', { name: 'Put away' }).click();
  await download(page, origin.publish('slow.pdf', HELD).url);
  await expect(transfer(page, 'slow.pdf')).toContainText('25 %');
  await expect(transfer(page, 'gone.pdf')).toHaveCount(0);
});

for (const viewport of [
  { width: 360, height: 230 },
  { width: 740, height: 230 },
]) {
  test.describe(`in a window of ${viewport.width} × ${viewport.height} px`, () => {
    test.use({ viewport, notifications: false }); // The question stands in the tray, too.

    test('the rows scroll in what the window has, and all that can be pressed is in reach', async ({
      page,
      origin,
    }) => {
      const names = Array.from({ length: 6 }, (_, index) => `slow-${index}.pdf`);
      await page.goto('/');
      await download(page, names.map((name) => origin.publish(name, HELD).url).join('\n'));
      await expect(tray(page)).toContainText('You can close this tab now.');
      if ((await trayToggle(page).getAttribute('aria-expanded')) === 'false') await trayToggle(page).press('Enter');
      await expect(tray(page).getByRole('listitem')).toHaveCount(names.length);
      await expect(trayToggle(page)).toBeInViewport({ ratio: 0.95 });
      for (const name of [...names, ...names.toReversed()]) {
        const details = page.getByRole('button', { name: `Details of ${name}` });
        await details.click({ trial: true }); // Scrolls to it; fails where anything lies over it.
        await expect(details).toBeInViewport({ ratio: 0.95 });
      }
      for (const name of ['Notify me', 'Not now'])
        await tray(page).getByRole('button', { name }).click({ trial: true });
      await page.getByRole('button', { name: 'Pause slow-5.pdf' }).focus();
      await expect(page.getByRole('button', { name: 'Pause slow-5.pdf' })).toBeInViewport({ ratio: 0.95 });
    });
  });
}
