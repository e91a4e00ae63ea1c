import type { PublishedFile } from '../origin/published-file.ts';
import { expect, test } from '../support/fixtures.ts';
import { hideWindows } from '../support/hide-windows.ts';
import { clickNotification, openedWindow } from '../support/notification-click.ts';
import { authorizations, expectNowhere, giveUser, openSignIn, signInDialog } from '../support/sign-in.ts';
import {
  announced,
  closeAllWindows,
  download,
  notifications,
  serviceWorker,
  storedSha256,
  transfer,
} from '../support/story.ts';

const ADA = { user: 'ada', password: 'open sesame' };
const BASIC = `Basic ${Buffer.from(`${ADA.user}:${ADA.password}`).toString('base64')}`;

/** Every header of every request to a file, as one text: nothing of a credential may be in it. */
function heard({ requests }: PublishedFile): string {
  return JSON.stringify(requests.map(({ url, headers }) => [url, headers]));
}

test('another origin is asked about, with its name, whether its challenge can be read or not', async ({
  page,
  origin,
}) => {
  const { host } = new URL(origin.url);
  const open = origin.publish('open.pdf', { signIn: ADA });
  const hidden = origin.publish('hidden.pdf', { signIn: ADA, headers: { 'Access-Control-Expose-Headers': null } });
  const silent = origin.publish('silent.pdf', { signIn: { ...ADA, status: 403 } });
  await page.goto('/transfers');
  await download(page, [open, hidden, silent].map(({ url }) => url).join('\n'));
  await expect(page.getByRole('button', { name: `Sign in to ${host}` })).toHaveCount(3);
  await openSignIn(transfer(page, 'open.pdf'), host);
  await expect(signInDialog(page)).toContainText('It asks for “members”.');
  await expect(signInDialog(page)).toContainText(`goes to ${origin.url} and nowhere else`);
  await page.keyboard.press('Escape');
  await openSignIn(transfer(page, 'hidden.pdf'), host);
  await expect(signInDialog(page)).not.toContainText('It asks for');
  for (const file of [open, hidden, silent]) expect(authorizations(file)).toEqual([]);
});

test('a server that lets no other site sign in is said to be one', async ({ page, origin }) => {
  const { host } = new URL(origin.url);
  // Its answers can be read, but it grants no preflight: the usual state of a server that never thought of it.
  const pdf = origin.publish('paper.pdf', { signIn: ADA, preflight: false });
  await page.goto('/transfers');
  await download(page, pdf.url);
  await openSignIn(transfer(page, 'paper.pdf'), host);
  await giveUser(page, ADA.user, ADA.password);
  await expect(transfer(page, 'paper.pdf')).toContainText('doesn’t let other sites download this file');
  expect(authorizations(pdf)).toEqual([]);
});

test('where a redirect leads to the server that asks, that one is named, and the first gets nothing', async ({
  page,
  app,
  origin,
}) => {
  const target = origin.publish('target.pdf', { signIn: ADA });
  const link = app.publish('link.pdf', { redirectTo: target.url });
  const { host } = new URL(origin.url);
  await page.goto('/transfers');
  await download(page, link.url);
  await openSignIn(transfer(page, 'link.pdf'), host);
  await giveUser(page, ADA.user, ADA.password);
  await expect.poll(() => authorizations(target)).toContain(BASIC);
  expect(authorizations(link)).toEqual([]);
});

test('a server that sends its visitors on to another origin gets the credential, the other one does not', async ({
  page,
  app,
  origin,
}) => {
  const target = origin.publish('target.pdf');
  const pdf = app.publish('files/paper.pdf', { signIn: ADA, redirectTo: target.url });
  await page.goto('/transfers');
  await download(page, pdf.url);
  await openSignIn(transfer(page, 'paper.pdf'), new URL(app.url).host);
  await giveUser(page, ADA.user, ADA.password);
  await expect(transfer(page, 'target.pdf')).toContainText('Done'); // By now it has the name of where it came from.
  expect(authorizations(pdf)).toEqual([BASIC]);
  expect(target.requests.length).toBeGreaterThan(0);
  expect(authorizations(target)).toEqual([]);
  expect(heard(target)).not.toContain(BASIC);
  expect(await storedSha256(page, 'target.pdf')).toBe(target.sha256);
});

test('with no window, a notification asks, one for all transfers of a server; a click shows them', async ({
  context,
  page,
  app,
  origin,
}) => {
  const first = origin.publish('first.pdf', { bytes: 200_000, holdAfterBytes: 1000 });
  const files = ['two.pdf', 'three.pdf'].map((name) => app.publish(`files/${name}`));
  const title = `Sign in to ${new URL(app.url).host}`;
  await page.goto('/transfers');
  await download(page, first.url);
  await first.reached(1000);
  await download(page, files.map(({ url }) => url).join('\n'));
  await expect(page.getByText('Starting as soon as')).toHaveCount(2);
  for (const file of files) file.behave({ signIn: ADA });
  await closeAllWindows(context); // The browser has them, behind the first; what it has not taken yet, the worker takes.
  first.release();
  const worker = await serviceWorker(context);
  await expect.poll(async () => (await notifications(worker)).toSorted()).toEqual([title, 'first.pdf']);
  await expect.poll(() => files.every(({ requests }) => requests.some(({ status }) => status === 401))).toBe(true);
  expect((await notifications(worker)).toSorted()).toEqual([title, 'first.pdf']);
  await clickNotification(worker, title);
  await expect.poll(() => openedWindow(worker)).toMatch(/\/transfers$/u);

  const again = await context.newPage();
  await again.goto('/transfers');
  await expect(again.getByRole('button', { name: title })).toHaveCount(2);
});

test('a window in sight needs no notification, one in the background does', async ({ context, page, app, origin }) => {
  const { host } = new URL(app.url);
  await page.goto('/transfers');
  await download(page, origin.publish('seen.pdf', { signIn: ADA }).url);
  await expect(page.getByRole('button', { name: /^Sign in to/u })).toHaveCount(1);
  await expect.poll(() => announced(page)).toHaveLength(1); // The worker has looked while the window was in sight.
  const worker = await serviceWorker(context);
  await hideWindows(worker);
  await download(page, app.publish('files/unseen.pdf', { signIn: ADA }).url);
  await expect.poll(() => notifications(worker)).toEqual([`Sign in to ${host}`]);
});

test.describe('by the fetch engine', () => {
  test('signed in, a file of another origin arrives, with its header at every request', async ({ page, origin }) => {
    const { host } = new URL(origin.url);
    const pdf = origin.publish('paper.pdf', { signIn: ADA });
    await page.goto('/transfers');
    await download(page, pdf.url);
    await openSignIn(transfer(page, 'paper.pdf'), host);
    await giveUser(page, ADA.user, ADA.password);
    await expect(transfer(page, 'paper.pdf')).toContainText('Done');
    expect(await storedSha256(page, 'paper.pdf')).toBe(pdf.sha256);
    expect(authorizations(pdf)).toEqual([BASIC]);
    await expectNowhere(page, ADA.password);
  });

  test('sent on to a third origin, the credential stays behind', async ({ page, app, origin }) => {
    const target = app.publish('files/target.pdf');
    const pdf = origin.publish('paper.pdf', { signIn: ADA, redirectTo: target.url });
    await page.goto('/transfers');
    await download(page, pdf.url);
    await openSignIn(transfer(page, 'paper.pdf'), new URL(origin.url).host);
    await giveUser(page, ADA.user, ADA.password);
    await expect(transfer(page, 'target.pdf')).toContainText('Done');
    expect(authorizations(pdf)).toEqual([BASIC]);
    expect(authorizations(target)).toEqual([]);
  });

  test('a remembered credential carries on with every window closed', async ({ context, page, origin }) => {
    const { host } = new URL(origin.url);
    const pdf = origin.publish('paper.pdf', { signIn: ADA, bytes: 3_000_000, holdAfterBytes: 1_000_000 });
    await page.goto('/transfers');
    await download(page, pdf.url);
    await openSignIn(transfer(page, 'paper.pdf'), host);
    await signInDialog(page).getByLabel('Remember on this device').check();
    await giveUser(page, ADA.user, ADA.password);
    await pdf.reached(1_000_000);
    await closeAllWindows(context);
    pdf.release();
    const worker = await serviceWorker(context);
    await expect.poll(() => notifications(worker), { timeout: 40_000 }).toEqual(['paper.pdf']);
    expect(authorizations(pdf)).toEqual([BASIC]);
  });
});
