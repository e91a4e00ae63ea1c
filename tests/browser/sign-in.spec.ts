import { axeFindingsInBothLooks } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { authorizations, expectNowhere, giveToken, giveUser, openSignIn, signInDialog } from '../support/sign-in.ts';
import { document, download, storedSha256, transfer } from '../support/story.ts';

const ADA = { user: 'ada', password: 'pässword: 1' };
const BASIC = `Basic ${Buffer.from(`${ADA.user}:${ADA.password}`).toString('base64')}`;

test('signed in with user and password, the file comes by Background Fetch with its header', async ({ page, app }) => {
  const pdf = app.publish('files/paper.pdf', { signIn: ADA, holdAfterBytes: 5000 });
  const { host } = new URL(app.url);
  await page.goto('/transfers');
  await download(page, pdf.url);
  const row = transfer(page, 'paper.pdf');
  await expect(row).toContainText(`Waiting for you to sign in to ${host}`);
  await openSignIn(row, host);
  await expect(signInDialog(page)).toContainText('It asks for “members”.');
  await giveUser(page, ADA.user, ADA.password);
  await pdf.reached(5000);
  pdf.release();
  await expect(row).toContainText('Done');
  expect(await storedSha256(page, 'paper.pdf')).toBe(pdf.sha256);
  expect(authorizations(pdf)).toEqual([BASIC]);
  const byBrowser = pdf.requests.filter(({ headers }) => headers['sec-fetch-mode'] === 'navigate');
  expect(byBrowser.map(({ headers }) => headers.authorization)).toEqual([BASIC]);
  for (const secret of [ADA.password, BASIC]) await expectNowhere(page, secret);
});

test('a server that wants a token is given one', async ({ page, app }) => {
  const pdf = app.publish('files/api.pdf', { signIn: { token: 'tok.en-1', realm: 'api' } });
  const { host } = new URL(app.url);
  await page.goto('/transfers');
  await download(page, pdf.url);
  await openSignIn(transfer(page, 'api.pdf'), host);
  await expect(signInDialog(page).getByRole('radio', { name: 'Token' })).toBeChecked();
  await giveToken(page, 'Bearer tok.en-1');
  await expect(transfer(page, 'api.pdf')).toContainText('Done');
  expect(authorizations(pdf)).toEqual(['Bearer tok.en-1']);
});

test('a wrong password is said to be wrong and asked again, and is sent once', async ({ page, app }) => {
  const pdf = app.publish('files/paper.pdf', { signIn: ADA });
  const { host } = new URL(app.url);
  await page.goto('/transfers');
  await download(page, pdf.url);
  await openSignIn(transfer(page, 'paper.pdf'), host);
  await giveUser(page, ADA.user, 'wrong');
  await expect(signInDialog(page).getByRole('alert')).toHaveText(
    `${host} did not accept that. Check it and sign in again.`,
  );
  await expect(signInDialog(page).getByLabel('Password', { exact: true })).toBeFocused();
  await expect(transfer(page, 'paper.pdf')).toContainText('did not accept that sign-in');
  const wrong = pdf.requests.filter(
    ({ headers }) => headers.authorization !== undefined && headers.authorization !== BASIC,
  );
  expect(wrong.filter(({ method }) => method === 'GET')).toHaveLength(1);
  await giveUser(page, ADA.user, ADA.password);
  await expect(transfer(page, 'paper.pdf')).toContainText('Done');
  await expect(signInDialog(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Transfers' })).toBeFocused();
});

test('Esc leaves the transfer waiting and gives the focus back', async ({ page, app }) => {
  const pdf = app.publish('files/paper.pdf', { signIn: ADA });
  const { host } = new URL(app.url);
  await page.goto('/transfers');
  await download(page, pdf.url);
  const row = transfer(page, 'paper.pdf');
  await openSignIn(row, host);
  await expect(signInDialog(page).getByLabel('User', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(signInDialog(page)).toBeHidden();
  await expect(row).toContainText('Waiting for you to sign in');
  await expect(row.getByRole('button', { name: `Sign in to ${host}` })).toBeFocused();
});

test('cancelled, the transfer fails, and Retry asks again', async ({ page, app }) => {
  const pdf = app.publish('files/paper.pdf', { signIn: ADA });
  const { host } = new URL(app.url);
  await page.goto('/transfers');
  await download(page, pdf.url);
  const row = transfer(page, 'paper.pdf');
  await openSignIn(row, host);
  await signInDialog(page).getByRole('button', { name: 'Cancel download' }).click();
  await expect(row).toContainText('gives this file only to people who sign in. Press Retry to be asked again.');
  await row.getByRole('button', { name: 'Retry paper.pdf' }).click();
  await openSignIn(row, host);
  await giveUser(page, ADA.user, ADA.password);
  await expect(row).toContainText('Done');
});

test('one sign-in serves all transfers of its protection space, and none of another', async ({ page, app }) => {
  const names = ['one.pdf', 'two.pdf', 'three.pdf'];
  const files = names.map((name) => app.publish(`files/${name}`, { signIn: ADA }));
  const other = app.publish('files/other.pdf', { signIn: { ...ADA, realm: 'board' } });
  const { host } = new URL(app.url);
  await page.goto('/transfers');
  await download(page, [...files, other].map(({ url }) => url).join('\n'));
  await expect(page.getByRole('button', { name: `Sign in to ${host}` })).toHaveCount(4);
  await openSignIn(transfer(page, 'two.pdf'), host);
  await giveUser(page, ADA.user, ADA.password);
  for (const name of names) await expect(transfer(page, name)).toContainText('Done');
  await expect(transfer(page, 'other.pdf')).toContainText('Waiting for you to sign in');
  expect(authorizations(other)).toEqual([]);
  const later = app.publish('files/later.pdf', { signIn: ADA });
  await download(page, later.url);
  await expect(transfer(page, 'later.pdf')).toContainText('Done');
});

test.describe('in a browser that ends', () => {
  test.use({ ownBrowser: true });

  test('remembered, it holds after a restart, is listed in Settings, and is gone when removed', async ({
    context,
    page,
    app,
    launch,
  }) => {
    const { host } = new URL(app.url);
    await page.goto('/transfers');
    await download(page, app.publish('files/first.pdf', { signIn: ADA }).url);
    await openSignIn(transfer(page, 'first.pdf'), host);
    await signInDialog(page).getByLabel('Remember on this device').check();
    await giveUser(page, ADA.user, ADA.password);
    await expect(transfer(page, 'first.pdf')).toContainText('Done');
    await expectNowhere(page, ADA.password);
    await context.close();

    const again = await launch();
    const second = again.pages()[0] ?? (await again.newPage());
    await second.goto('/transfers');
    await download(second, app.publish('files/second.pdf', { signIn: ADA }).url);
    await expect(transfer(second, 'second.pdf')).toContainText('Done');
    await second.getByRole('link', { name: 'Settings' }).click();
    const entry = second.getByRole('list', { name: 'Sign-ins' }).getByRole('listitem');
    await expect(entry).toContainText('members · as ada');
    await entry.getByRole('button', { name: `Remove the sign-in to ${host}, members` }).click();
    await expect(second.getByText('None is remembered.')).toBeVisible();
    await expect(second.getByRole('heading', { name: 'Sign-ins' })).toBeFocused();
    await second.getByRole('link', { name: 'Transfers' }).click();
    await download(second, app.publish('files/third.pdf', { signIn: ADA }).url);
    await expect(transfer(second, 'third.pdf')).toContainText('Waiting for you to sign in');
  });
});

test('not remembered, it is forgotten with the window, and other windows know it meanwhile', async ({
  context,
  page,
  app,
}) => {
  const { host } = new URL(app.url);
  await page.goto('/transfers');
  await download(page, app.publish('files/first.pdf', { signIn: ADA }).url);
  await openSignIn(transfer(page, 'first.pdf'), host);
  await giveUser(page, ADA.user, ADA.password);
  await expect(transfer(page, 'first.pdf')).toContainText('Done');
  const other = await context.newPage();
  await other.goto('/transfers');
  await page.route('**/second.pdf', () => undefined); // The window that knows the password can't do this one itself.
  await download(other, app.publish('files/second.pdf', { signIn: ADA }).url);
  await expect(transfer(other, 'second.pdf')).toContainText('Done', { timeout: 40_000 }); // Chromium pauses for a new tab.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await other.goto('/settings');
  await expect(other.getByText('None is remembered.')).toBeVisible();
  await page.close();
  await other.goto('/transfers');
  await download(other, app.publish('files/third.pdf', { signIn: ADA }).url);
  await expect(transfer(other, 'third.pdf')).toContainText('Waiting for you to sign in');
});

test('a remembered password that the server no longer takes is sent once, however many transfers need it', async ({
  page,
  app,
}) => {
  const { host } = new URL(app.url);
  await page.goto('/transfers');
  await download(page, app.publish('files/first.pdf', { signIn: ADA }).url);
  await openSignIn(transfer(page, 'first.pdf'), host);
  await signInDialog(page).getByLabel('Remember on this device').check();
  await giveUser(page, ADA.user, ADA.password);
  await expect(transfer(page, 'first.pdf')).toContainText('Done');

  const changed = { user: 'ada', password: 'new one' };
  const second = app.publish('files/second.pdf', { signIn: changed });
  await download(page, second.url);
  await expect(transfer(page, 'second.pdf')).toContainText('did not accept that sign-in');
  const third = app.publish('files/third.pdf', { signIn: changed });
  await download(page, third.url);
  await expect(transfer(page, 'third.pdf')).toContainText('Waiting for you to sign in');
  expect(authorizations(third)).toEqual([]);
  await openSignIn(transfer(page, 'third.pdf'), host);
  await giveUser(page, changed.user, changed.password);
  for (const name of ['second.pdf', 'third.pdf']) await expect(transfer(page, name)).toContainText('Done');
});

test('a 403 is asked for too, and an account without the right is told apart', async ({ page, app }) => {
  const { host } = new URL(app.url);
  const pdf = app.publish('files/board.pdf', { signIn: { ...ADA, status: 403 } });
  await page.goto('/transfers');
  await download(page, pdf.url);
  const row = transfer(page, 'board.pdf');
  await openSignIn(row, host);
  await giveUser(page, 'bob', 'bobs own');
  await expect(signInDialog(page).getByRole('alert')).toContainText(
    'knows this account, but does not give it this file',
  );
  await giveUser(page, ADA.user, ADA.password);
  await expect(row).toContainText('Done');
});

test('a sign-in that no page can do is said to be one, and fails', async ({ page, app }) => {
  const pdf = app.publish('files/digest.pdf', { signIn: { ...ADA, challenge: 'Digest realm="old", nonce="x"' } });
  await page.goto('/transfers');
  await download(page, pdf.url);
  await expect(transfer(page, 'digest.pdf')).toContainText('Sign in on the site and download it there.');
});

test('an address with user and password is split, and they are sent when the server asks', async ({ page, app }) => {
  const pdf = app.publish('files/paper.pdf', { signIn: { user: 'ada', password: 'se cret' } });
  await page.goto('/transfers');
  await download(page, pdf.url.replace('//', '//ada:se%20cret@'));
  const row = transfer(page, 'paper.pdf');
  await expect(row).toContainText('Done');
  const [first] = pdf.requests;
  expect(first?.headers.authorization).toBeUndefined();
  expect(authorizations(pdf)).toEqual([`Basic ${Buffer.from('ada:se cret').toString('base64')}`]);
  for (const secret of ['se cret', 'se%20cret']) await expectNowhere(page, secret);
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(document(page, 'paper.pdf')).toBeVisible();
});

test('what can’t be sent is said before it is tried', async ({ page, app }) => {
  const pdf = app.publish('files/paper.pdf', { signIn: ADA });
  await page.goto('/transfers');
  await download(page, pdf.url);
  await openSignIn(transfer(page, 'paper.pdf'), new URL(app.url).host);
  await giveUser(page, '', 'secret');
  await expect(signInDialog(page).getByRole('alert')).toHaveText('Type your user name first.');
  await giveUser(page, 'a:b', 'secret');
  await expect(signInDialog(page).getByRole('alert')).toContainText('colon');
  expect(authorizations(pdf)).toEqual([]);
});

test('axe finds nothing on the question, its refusal, and the list in Settings', async ({ page, app }) => {
  const { host } = new URL(app.url);
  await page.goto('/transfers');
  await download(page, app.publish('files/paper.pdf', { signIn: ADA }).url);
  await openSignIn(transfer(page, 'paper.pdf'), host);
  expect.soft(await axeFindingsInBothLooks(page)).toEqual([]);
  await giveToken(page, 'wrong');
  await expect(signInDialog(page).getByRole('alert')).toContainText('did not accept that');
  expect.soft(await axeFindingsInBothLooks(page)).toEqual([]);
  await signInDialog(page).getByRole('radio', { name: 'User and password' }).check();
  await signInDialog(page).getByLabel('Remember on this device').check();
  await giveUser(page, ADA.user, ADA.password);
  await expect(transfer(page, 'paper.pdf')).toContainText('Done');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('list', { name: 'Sign-ins' })).toBeVisible();
  expect.soft(await axeFindingsInBothLooks(page)).toEqual([]);
});
