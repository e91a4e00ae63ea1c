import { marksPanel } from '../support/marking.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, pageBox, read, reader, sheet } from '../support/reading.ts';
import { document } from '../support/story.ts';

test('a bookmark is made by key or menu, kept, jumped to, and removed by its name', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  const panel = await marksPanel(page);
  await expect(panel.getByText('Nothing is marked yet')).toBeVisible();
  await pageBox(page).fill('7');
  await pageBox(page).press('Enter');
  await expect(sheet(page, 7).getByText('page 7 of 9')).toBeInViewport();
  await reader(page).getByRole('group', { name: 'Pages' }).focus();
  await page.keyboard.press('b');
  await expect(panel.getByRole('button', { name: 'Bookmark, page 7', exact: true })).toBeVisible();
  await reader(page).getByRole('button', { name: 'More tools' }).click();
  await expect(reader(page).getByRole('menuitem', { name: 'Remove bookmark' })).toBeVisible();
  await page.keyboard.press('Escape');
  await pageBox(page).fill('3');
  await pageBox(page).press('Enter');
  await reader(page).getByRole('button', { name: 'More tools' }).click();
  await reader(page).getByRole('menuitem', { name: 'Bookmark this page' }).click();
  await expect(panel.getByRole('listitem')).toHaveText(['Bookmark, page 3', 'Bookmark, page 7']);

  await backToLibrary(page);
  await document(page, 'paper.pdf').click();
  const again = await marksPanel(page);
  await again.getByRole('button', { name: 'Bookmark, page 7', exact: true }).click();
  await expect(sheet(page, 7).getByText('page 7 of 9')).toBeInViewport();
  await again.getByRole('button', { name: 'Remove Bookmark, page 7' }).click();
  await expect(again.getByRole('listitem')).toHaveText(['Bookmark, page 3']);
});
