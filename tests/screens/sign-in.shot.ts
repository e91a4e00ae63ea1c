import { transfer, download } from '../support/story.ts';
import { giveUser, openSignIn, signInDialog } from '../support/sign-in.ts';
import { expect, inView, shoot, shootWindow, test } from './fixtures.ts';

test('a server that asks who is there', async ({ page, publish }) => {
  await page.goto('/transfers');
  const signIn = { user: 'ada', password: 'open sesame' };
  await download(page, publish('members-only.pdf', { signIn }).address);
  const row = transfer(page, 'members-only.pdf');
  await expect(row.getByRole('button', { name: 'Sign in to papers.example.org' })).toBeVisible();
  await shoot(page, 'transfers-sign-in');
  await openSignIn(row, 'papers.example.org');
  await shootWindow(page, 'sign-in');
  await signInDialog(page).getByRole('radio', { name: 'Token' }).check();
  await shootWindow(page, 'sign-in-token');
  await signInDialog(page).getByRole('radio').first().check();
  await giveUser(page, 'ada', 'open barley');
  await expect(signInDialog(page).getByRole('alert')).toBeVisible();
  await shootWindow(page, 'sign-in-refused');
  await signInDialog(page)
    .getByRole('checkbox', { name: /^Remember/u })
    .check();
  await giveUser(page, 'ada', 'open sesame');
  await expect(row).toContainText('Done');
  await shoot(page, 'transfers-done');
  await page.getByRole('link', { name: 'Settings' }).click();
  await shootWindow(page, 'settings-sign-ins', await inView(page.getByRole('region', { name: 'Sign-ins' })));
});
