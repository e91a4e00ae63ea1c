import { type Locator, type Page, expect } from 'playwright/test';

/** The library's entry of that name: its link, what is known of it, and its buttons. */
export function entry(page: Page, title: string): Locator {
  const link = page.getByRole('link', { name: title, exact: true });
  return page.getByRole('list', { name: 'Library' }).getByRole('listitem').filter({ has: link });
}

/** Titles of the documents that are drawn, in their order. */
export function titles(page: Page): Locator {
  return page.getByRole('list', { name: 'Library' }).getByRole('link');
}

/** Chooses a line of a document's menu. */
export async function chooseFor(page: Page, title: string, line: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${title}`, exact: true }).click();
  await page.getByRole('menu').getByText(line, { exact: true }).click();
}

/** Takes a document out of the library; it can be put back for 10 s. */
export async function removeDocument(page: Page, title: string): Promise<void> {
  await chooseFor(page, title, 'Remove');
  await expect(page.getByText(`“${title}” was removed.`)).toBeVisible();
}

/** Takes a document out of the library, and its bytes with it. */
export async function removeForGood(page: Page, title: string): Promise<void> {
  await removeDocument(page, title);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
}

/** As if what was removed had been so an hour ago. */
export async function ageRemovals(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const tx = opening.result.transaction('removed', 'readwrite');
    const done = new Promise((resolve) => tx.addEventListener('complete', resolve));
    const rows: IDBRequest<{ removedAt: number }[]> = tx.objectStore('removed').getAll();
    rows.addEventListener('success', () => {
      for (const row of rows.result) tx.objectStore('removed').put({ ...row, removedAt: row.removedAt - 3_600_000 });
    });
    await done;
    opening.result.close();
  });
}
