import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { bringIn, findBox, pageBox, read, reader, sheet, zoom, zoomTo } from '../support/reading.ts';

test('the page buttons go one page on and one back, and end with the document', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  const next = reader(page).getByRole('button', { name: 'Next page' });
  const previous = reader(page).getByRole('button', { name: 'Previous page' });
  await expect(reader(page).getByText('of 3', { exact: true })).toBeVisible();
  await expect(pageBox(page)).toHaveValue('1');
  await expect(previous).toBeDisabled();
  await next.click();
  await expect(pageBox(page)).toHaveValue('2');
  await expect(sheet(page, 2).getByText('page 2 of 3')).toBeInViewport();
  await next.click();
  await expect(sheet(page, 3).getByText('page 3 of 3')).toBeInViewport();
  await expect(next).toBeDisabled();
  await previous.click();
  await expect(pageBox(page)).toHaveValue('2');
  await expect(sheet(page, 2).getByText('page 2 of 3')).toBeInViewport();
});

test('the Page box goes to a page that is there, and refuses others in words', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 12 }));
  await pageBox(page).fill('11');
  await pageBox(page).press('Enter');
  await expect(sheet(page, 11).getByText('page 11 of 12')).toBeInViewport();
  await expect(sheet(page, 1)).not.toBeInViewport();
  for (const typed of ['13', '0', '-1', 'two']) {
    await pageBox(page).fill(typed);
    await pageBox(page).press('Enter');
    const refusal = `“${typed}” is not a page of this document: it has 12 pages.`;
    await expect(reader(page).getByText(refusal, { exact: true })).toBeVisible();
    await expect(pageBox(page)).toHaveValue('11');
    await expect(sheet(page, 11).getByText('page 11 of 12')).toBeInViewport();
  }
});

test('a page is as large as the zoom says', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  const button = (name: string): Locator => reader(page).getByRole('button', { name });
  await zoomTo(page, '100 %');
  await expectSheetWidth(page, 793); // A4: 595 points of 4/3 CSS pixels.
  await zoomTo(page, '200 %');
  await expectSheetWidth(page, 1587);
  await zoomTo(page, '100 %');
  await button('Zoom in').click();
  await expectSheetWidth(page, 873);
  await expect(zoom(page)).toHaveValue('110 %');
  await button('Zoom out').click();
  await expectSheetWidth(page, 793);
  await button('Zoom out').click();
  await expectSheetWidth(page, 714);
});

test('text is selected with the mouse, word for word', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 2 }));
  const box = await sheet(page, 1).getByText('Test paper, page 1 of 2').boundingBox();
  if (!box) throw new Error('The text is not on the screen');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, middle, { steps: 5 });
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Test paper, page 1 of 2');
});

test('Find counts what it finds and goes from one to the next', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  const count = reader(page).getByRole('search').getByRole('status');
  await findBox(page).fill('page 7');
  await expect(count).toHaveText('1 of 1');
  await expect(sheet(page, 7).getByText('page 7', { exact: true })).toBeInViewport();
  await expect(pageBox(page)).toHaveValue('7');
  await findBox(page).fill('test paper');
  await expect(count).toHaveText('7 of 9');
  await findBox(page).press('Enter');
  await expect(count).toHaveText('8 of 9');
  await reader(page).getByRole('button', { name: 'Previous match' }).click();
  await expect(count).toHaveText('7 of 9');
  await findBox(page).fill('no such words');
  await expect(count).toHaveText('Not found');
});

test('links lead to their page, and out of the document only into a new tab', async ({ page, app }) => {
  await page.goto('/');
  await bringIn(page, `${app.url}/samples/field-guide.pdf`, 'A Field Guide to Background Transfers.pdf');
  const address = page.url();
  await pageBox(page).fill('2');
  await pageBox(page).press('Enter');
  const standard = sheet(page, 2).getByRole('link', { name: 'https://www.rfc-editor.org/rfc/rfc9110' });
  await expect(standard).toHaveAttribute('href', 'https://www.rfc-editor.org/rfc/rfc9110');
  await expect(standard).toHaveAttribute('target', '_blank');
  await expect(standard).toHaveAttribute('rel', /^(?=.*\bnoopener\b)(?=.*\bnoreferrer\b)/u);

  await sheet(page, 2).getByRole('link', { name: 'chapter' }).click();
  await expect(pageBox(page)).toHaveValue('3');
  await sheet(page, 3).getByRole('link', { name: 'The Service Worker' }).click();
  await expect(pageBox(page)).toHaveValue('16');
  await expect(sheet(page, 16)).toBeInViewport({ ratio: 0.5 });
  expect(page.url()).toBe(address); // A document's link is no address of the app.
});

/** @param pixels CSS pixels; a page has a margin of 9 on either side, and pdf.js rounds to what is sharp. */
async function expectSheetWidth(page: Page, pixels: number): Promise<void> {
  const width = async (): Promise<number> => (await sheet(page, 1).boundingBox())?.width ?? 0;
  await expect.poll(width).toBeGreaterThan(pixels - 30);
  await expect.poll(width).toBeLessThan(pixels + 30);
}
