import { axeFindingsInBothLooks } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { read, reader } from '../support/reading.ts';

test('? shows all keys on every screen, but not while somebody types', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('?');
  await expect(keys.getByRole('heading', { name: 'Reader: move' })).toBeVisible();
  await page.keyboard.press('b'); // Not the reader's, as long as the dialog is open.
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await reader(page).getByRole('button', { name: 'More tools' }).click();
  await expect(reader(page).getByRole('menuitem', { name: 'Bookmark this page' })).toBeVisible();
  await page.keyboard.press('Escape');

  await reader(page).getByRole('link', { name: 'Library' }).click();
  await page.getByLabel('Address').pressSequentially('what?');
  await expect(page.getByLabel('Address')).toHaveValue('what?');
  await expect(keys).toBeHidden();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Show all keys' }).press('Enter');
  await expect(keys.getByRole('definition').filter({ hasText: 'Put back what was just removed' })).toBeVisible();
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  await keys.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Show all keys' })).toBeFocused();
});
