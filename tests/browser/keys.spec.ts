import { axeFindingsInBothLooks } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { pageBox, read, reader, zoom } from '../support/reading.ts';

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

test('keys of a single character can be turned off, in every window at once, and all others stay', async ({
  context,
  page,
  origin,
}) => {
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  const other = await context.newPage();
  await other.goto('/settings');
  const choice = other.getByRole('checkbox', { name: 'Keys of a single character' });
  await expect(choice).toBeChecked();
  await choice.uncheck();
  await expect(reader(page).getByRole('button', { name: 'Mark', exact: true })).toHaveAttribute('title', 'Mark');

  const pages = reader(page).getByRole('group', { name: 'Pages', exact: true });
  const size = await zoom(page).inputValue();
  for (const key of ['n', 'j', 'r', 'm', '+', '0', '?', 'b']) await pages.press(key);
  await expect(pageBox(page)).toHaveValue('1');
  await expect(zoom(page)).toHaveValue(size);
  await expect(reader(page).getByRole('toolbar', { name: 'Marking tools' })).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await pages.press('End');
  await expect(pageBox(page)).toHaveValue('9');
  await pages.press('Control+=');
  await expect(zoom(page)).not.toHaveValue(size);

  const keys = other.getByRole('dialog', { name: 'Keys' });
  await other.getByRole('button', { name: 'Show all keys' }).click();
  await expect(keys).toContainText('Keys of a single character are turned off.');
  await expect(keys.getByRole('definition').filter({ hasText: 'Next page' })).toContainText('Off');
  await expect(keys.getByRole('definition').filter({ hasText: 'First and last page' })).not.toContainText('Off');
  expect(await axeFindingsInBothLooks(other)).toEqual([]);
  await other.keyboard.press('Escape');
  await other.getByRole('link', { name: 'Library', exact: true }).click();
  const search = other.getByRole('searchbox', { name: 'Search library' });
  await expect(search).toBeVisible();
  await other.getByRole('heading', { name: 'Library', level: 1 }).press('/');
  await other.keyboard.press('?');
  await expect(search).not.toBeFocused();
  await expect(other.getByRole('dialog')).toHaveCount(0);

  await other.getByRole('link', { name: 'Settings' }).click();
  await choice.check();
  await pages.press('p');
  await expect(pageBox(page)).toHaveValue('8');
  await other.getByRole('heading', { name: 'Settings', level: 1 }).press('?');
  await expect(keys).toBeVisible();
});
