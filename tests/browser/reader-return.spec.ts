import type { Page } from 'playwright/test';
import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeOutlinedPdf } from '../support/pdfs-with-structure.ts';
import { choose, findBox, pageBox, read, reader, sheet, zoom, zoomTo } from '../support/reading.ts';
import { openStored } from '../support/stored-document.ts';

test.describe('in a browser that is quit', () => {
  test.use({ ownBrowser: true });

  test('a document comes back as it was looked at, and so in the next', async ({ launch, origin }) => {
    const first = await launch();
    const page = first.pages()[0] ?? (await first.newPage());
    await read(page, origin.publish('paper.pdf', { pages: 12 }));
    await choose(page, 'Page by page');
    await choose(page, 'Two pages, odd on the left');
    await choose(page, 'Rotate right');
    await choose(page, 'Sepia');
    await zoomTo(page, '40');
    await reader(page).getByRole('button', { name: 'Sidebar' }).click();
    await pageBox(page).fill('7');
    await pageBox(page).press('Enter');
    await expect(sheet(page, 8)).toBeInViewport();
    await expect
      .poll(() => storedPosition(page))
      .toMatchObject({ page: 7, scroll: 'page', spread: 'odd', rotation: 90, tint: 'sepia', scale: '0.4' });
    const address = page.url();
    await first.close();

    const second = await launch();
    const again = second.pages()[0] ?? (await second.newPage());
    await again.goto(address);
    await expect(sheet(again, 8)).toBeInViewport();
    await expect(pageBox(again)).toHaveValue('7');
    await expect(zoom(again)).toHaveValue('40 %');
    await expect(sheet(again, 9)).toHaveCount(0);
    await expect(reader(again).getByRole('button', { name: 'Sidebar' })).toHaveAttribute('aria-expanded', 'true');
    const box = await sheet(again, 7).boundingBox();
    expect(box?.width).toBeGreaterThan(box?.height ?? Infinity); // It lies on its side.
    for (const line of ['Page by page', 'Two pages, odd on the left', 'Sepia'])
      expect(await isChosen(again, line)).toBe(true);
  });
});

test('two windows on one document keep their places, and the last to rest is what comes back', async ({
  context,
  page,
  origin,
}) => {
  await read(page, origin.publish('paper.pdf', { pages: 12 }));
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(sheet(other, 1).getByText('Test paper')).toBeVisible();
  await goTo(page, 5);
  await goTo(other, 9);
  await expect.poll(async () => (await storedPosition(page))?.page).toBe(9);
  await expect(pageBox(page)).toHaveValue('5');
  await goTo(page, 4);
  await expect.poll(async () => (await storedPosition(page))?.page).toBe(4);
  await expect(pageBox(other)).toHaveValue('9');
  await other.reload();
  await expect(pageBox(other)).toHaveValue('4');
});

test('an address leads to a page, a size and words, and the menu copies such a one', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 12 }));
  const address = page.url();
  await page.goto(`${address}#page=7&zoom=150`);
  await expect(sheet(page, 7).getByText('page 7 of 12')).toBeInViewport();
  await expect(zoom(page)).toHaveValue('150 %');
  await page.reload(); // The address goes before the place that was kept.
  await expect(sheet(page, 7).getByText('page 7 of 12')).toBeInViewport();

  await goTo(page, 3);
  await choose(page, 'Copy link to this page');
  await expect(reader(page).getByText('The link to page 3 is copied.')).toBeVisible();
  expect(await clipboardText(page)).toBe(`${address}#page=3`);

  await page.goto(`${address}?q=page%208`);
  await expect(findBox(page)).toHaveValue('page 8');
  await expect(reader(page).getByRole('search').getByRole('status')).toHaveText('1 of 1');
  await expect(pageBox(page)).toHaveValue('8');
  await expect.poll(async () => (await storedPosition(page))?.page).toBe(8);
  await page.goto(`${address}#page=99`);
  await expect(sheet(page, 8)).toBeInViewport(); // No such page: where it was left.
});

test('an address leads to a destination that the document names', async ({ page, origin }) => {
  await openStored(page, origin.publish('outlined.pdf', { body: makeOutlinedPdf() }));
  await expect(sheet(page, 1)).toBeInViewport();
  await page.goto(`${page.url()}#nameddest=deepest`);
  await expect(pageBox(page)).toHaveValue('4');
  await expect(sheet(page, 4).getByText('Sheet 4')).toBeInViewport();
});

async function goTo(page: Page, number: number): Promise<void> {
  await pageBox(page).fill(String(number));
  await pageBox(page).press('Enter');
  await expect(sheet(page, number)).toBeInViewport();
}

async function isChosen(page: Page, line: string): Promise<boolean> {
  await reader(page).getByRole('button', { name: 'More tools' }).click();
  const item = reader(page).getByRole('menuitemradio', { name: line, exact: true });
  const checked = await item.getAttribute('aria-checked');
  await page.keyboard.press('Escape');
  return checked === 'true';
}

/** Where the only document would be opened, asked of storage. */
async function storedPosition(page: Page): Promise<{ readonly page: number } | undefined> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    const rows = await answer<{ position?: { page: number } }[]>(
      db.transaction('documents').objectStore('documents').getAll(),
    );
    db.close();
    return rows[0]?.position;
  });
}
