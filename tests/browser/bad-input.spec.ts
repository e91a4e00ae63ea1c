import type { Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { document, download, storedSha256, transfer } from '../support/story.ts';

/** The transfer says why in words, keeps both ways out, and is no document. */
async function expectFailure(page: Page, name: string, words: string | RegExp): Promise<void> {
  const row = transfer(page, name);
  await expect(row).toContainText(words);
  await expect(row.getByRole('button', { name: `Retry ${name}` })).toBeVisible();
  await expect(row.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  await expect(document(page, name)).toHaveCount(0);
}

test('text that is no address stays in the box with the reason, and the good lines start', async ({ page, origin }) => {
  const pdf = origin.publish('good.pdf');
  await page.goto('/');
  await download(page, `just some words\n${pdf.url}\nftp://example.org/a.pdf`);
  await expect(page.getByRole('alert').filter({ hasText: 'is not a web address' })).toContainText(
    '“just some words” is not a web address. Paste one that starts with https://.',
  );
  await expect(page.getByRole('alert').filter({ hasText: 'ftp:' })).toContainText(
    'only addresses that start with https',
  );
  await expect(page.getByLabel('Address')).toHaveValue('just some words\nftp://example.org/a.pdf');
  await expect(document(page, 'good.pdf')).toBeVisible();
  await page.getByLabel('Address').fill(''); // What is wrong with a text goes with it.
  await expect(page.getByRole('alert').filter({ hasText: 'is not a web address' })).toHaveCount(0);
});

test('an empty box asks for an address', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Paste the address' })).toBeVisible();
  await expect(page.getByLabel('Address')).toBeFocused();
});

test('an http address is refused on an https page, with what to do', async ({ page, app }) => {
  await page.route('https://longhaul.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: app.url + pathname }) });
  });
  await page.goto('https://longhaul.test/');
  await download(page, 'http://example.org/a.pdf');
  await expect(page.getByRole('alert').filter({ hasText: 'browsers block' })).toContainText(
    'Try the same address with https://.',
  );
  await page.unrouteAll({ behavior: 'wait' }); // The page still asks for its samples and its worker.
});

for (const { status, words } of [
  { status: 404, words: 'has nothing at this address (404)' },
  { status: 500, words: 'has trouble at the moment (500)' },
]) {
  test(`a server that answers ${status} is named with the reason, and Retry brings the file`, async ({
    page,
    origin,
  }) => {
    const pdf = origin.publish('paper.pdf', { status });
    await page.goto('/');
    await download(page, pdf.url);
    await expectFailure(page, 'paper.pdf', words);
    pdf.behave({ status: 200 });
    await page.getByRole('button', { name: 'Retry paper.pdf' }).click();
    await expect(document(page, 'paper.pdf')).toBeVisible();
    expect(await storedSha256(page, 'paper.pdf')).toBe(pdf.sha256);
  });
}

test('a server that answers HEAD with 200 and GET with 404 fools nobody', async ({ page, origin }) => {
  const pdf = origin.publish('paper.pdf', { status: 404, head: 200 });
  await page.goto('/');
  await download(page, pdf.url);
  await expectFailure(page, 'paper.pdf', 'has nothing at this address (404)');
});

test('a server without CORS is told from one that is gone', async ({ page, origin }) => {
  const closed = origin.publish('closed.pdf', { cors: false });
  await page.goto('/');
  await download(page, closed.url);
  await expectFailure(page, 'closed.pdf', 'doesn’t let other sites download this file');
  await origin.close();
  await download(page, `${origin.url}/gone.pdf`);
  await expectFailure(page, 'gone.pdf', 'can’t be reached');
});

test('a web page instead of a PDF is said to be one', async ({ page, origin }) => {
  const site = origin.publish('article', { body: '<!doctype html><title>An article</title>', type: 'text/html' });
  await page.goto('/');
  await download(page, site.url);
  await expectFailure(page, 'article', 'This address is a web page, not a PDF.');
});

test('bytes that only claim to be a PDF are refused', async ({ page, origin }) => {
  const fake = origin.publish('fake.pdf', { body: 'Not what it says' });
  await page.goto('/');
  await download(page, fake.url);
  await expectFailure(page, 'fake.pdf', 'says it is a PDF, but it is not one');
});

test('an empty file is refused', async ({ page, origin }) => {
  const empty = origin.publish('empty.pdf', { body: '' });
  await page.goto('/');
  await download(page, empty.url);
  await expectFailure(page, 'empty.pdf', 'sent an empty file');
});

test('a server that breaks off every time is given up, and nothing of it is kept', async ({ page, origin }) => {
  const cut = origin.publish('cut.pdf', {
    bytes: 2_000_000,
    bytesPerSecond: 1_000_000,
    dropAfterBytes: 1_000_000,
    drops: Infinity,
    ranges: false,
    validator: 'none',
  });
  await page.goto('/');
  await download(page, cut.url);
  await expectFailure(page, 'cut.pdf', 'broke off before the whole file was here');
});

test('a file larger than the room left does not start, and nothing else is lost', async ({
  context,
  page,
  app,
  origin,
}) => {
  const small = origin.publish('small.pdf', { bytes: 20_000 });
  const large = origin.publish('large.pdf', { bytes: 20_000_000 });
  await page.goto('/');
  await download(page, small.url);
  await expect(document(page, 'small.pdf')).toBeVisible();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: app.url, quotaSize: 20_000_000 });
  await download(page, large.url);
  await expect(transfer(page, 'large.pdf')).toContainText('There is no room left for this file.');
  expect(large.requests.filter(({ method }) => method === 'GET')).toHaveLength(0);
  expect(await storedSha256(page, 'small.pdf')).toBe(small.sha256);

  await cdp.send('Storage.overrideQuotaForOrigin', { origin: app.url, quotaSize: 200_000_000 });
  await page.getByRole('button', { name: 'Retry large.pdf' }).click();
  await expect(document(page, 'large.pdf')).toBeVisible();
});

test('a compressed answer, whose length is not the file’s, arrives whole', async ({ page, origin }) => {
  const text = origin.publish('numbers.txt', {
    body: '0123456789\n'.repeat(50_000),
    gzip: true,
    headers: { 'Access-Control-Expose-Headers': null }, // The page sees the compressed length and not that it is one.
  });
  await page.goto('/');
  await download(page, text.url);
  await expect(document(page, 'numbers.txt')).toBeVisible();
  expect(await storedSha256(page, 'numbers.txt')).toBe(text.sha256);
});

test('a file of unknown length that outgrows the room fails with the same words', async ({
  context,
  page,
  app,
  origin,
}) => {
  const large = origin.publish('large.pdf', { bytes: 30_000_000, noLength: true });
  await page.goto('/');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: app.url, quotaSize: 12_000_000 });
  await download(page, large.url);
  await expectFailure(page, 'large.pdf', 'There is no room left for this file.');
});

test.describe('without Background Fetch', () => {
  test.use({ engine: 'fetch' });

  test('it downloads as long as a window is open, and says so', async ({ page, origin }) => {
    const pdf = origin.publish('paper.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000 });
    await page.goto('/');
    await download(page, pdf.url);
    await expect(transfer(page, 'paper.pdf')).toContainText('Keep Longhaul open');
    pdf.release();
    await expect(document(page, 'paper.pdf')).toBeVisible();
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByText('It has no Background Fetch')).toBeVisible();
  });
});

test('a failed task that is removed is gone for good', async ({ page, origin }) => {
  const pdf = origin.publish('paper.pdf', { status: 404 });
  await page.goto('/transfers');
  await download(page, pdf.url);
  await page.getByRole('button', { name: 'Remove paper.pdf' }).click();
  await expect(transfer(page, 'paper.pdf')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Nothing is on its way')).toBeVisible();
});

test.describe('with notifications refused', () => {
  test.use({ notifications: false });

  test('the refusal is said once and the download goes on', async ({ page, origin }) => {
    const pdf = origin.publish('quiet.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000 });
    await page.goto('/transfers');
    await download(page, pdf.url);
    const ask = page.getByRole('button', { name: 'Notify me' });
    const blocked = page.getByText('Notifications are blocked for this site');
    await expect(ask.or(blocked)).toBeVisible();
    if (await ask.isVisible()) await ask.click();
    await expect(blocked).toBeVisible();
    pdf.release();
    await expect(transfer(page, 'quiet.pdf')).toContainText('Done');
  });
});
