import type { Page } from 'playwright/test';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../support/fixtures.ts';
import { giveUser, openSignIn } from '../support/sign-in.ts';
import { document, download, serviceWorker, transfer } from '../support/story.ts';

const PASSWORD = 'open sesame';

/** Everything of a person that the diagnostics must not tell. */
const PRIVATE = [PASSWORD, 'b3BlbiBzZXNhbWU', 'ada', 'tok-123', 'token=', 'secret', 'diary', '?', '.pdf'];

/** What each part is called in the list, and in its heading where that is longer. */
const PARTS: readonly (readonly [part: string, heading?: string])[] = [
  ['Appearance'],
  ['Notifications'],
  ['Transfers'],
  ['Sign-ins'],
  ['Storage'],
  ['Reading offline', 'Reading without a network'],
  ['Take along', 'Take your library along'],
  ['From other pages', 'Add from other pages'],
  ['As an app', 'Install'],
  ['Keyboard', 'Keyboard shortcuts'],
  ['This browser'],
  ['Diagnostics'],
  ['About'],
];

test('every part of Settings is one press away, with the focus on its heading', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByText('there is room for')).toBeVisible();
  const parts = page.getByRole('list', { name: 'Parts of Settings' }).getByRole('button');
  await expect(parts).toHaveText(PARTS.map(([part]) => part));
  for (const [part, heading = part] of PARTS) {
    await parts.getByText(part, { exact: true }).click();
    const shown = page.getByRole('heading', { level: 2, name: heading, exact: true });
    await expect(shown).toBeFocused();
    await expect(shown).toBeInViewport();
  }
  expect(new URL(page.url()).hash).toBe(''); // No navigation: it would hold downloads up.
});

test('About shows the licence of everything that is in the app, with the server gone', async ({ page, app }) => {
  await page.goto('/settings');
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  await app.close();
  const about = page.getByRole('region', { name: 'About' });
  await expect(about).toContainText(/Longhaul \d+\.\d+\.\d+, build [\w-]{8}\./u);
  await about.getByText('Licences of Longhaul and of everything in it').click();
  const list = about.getByRole('list', { name: 'Licences' });
  const wanted = ['Longhaul', 'lit', 'idb', 'pdfjs-dist', 'hash-wasm', 'minisearch', '@zip.js/zip.js', 'workbox-core'];
  for (const name of [
    ...wanted,
    'workbox-precaching',
    'LIBERATION (pdf.js standard_fonts)',
    'OPENJPEG (pdf.js wasm)',
  ]) {
    await expect(list.getByText(name, { exact: true }), name).toHaveCount(1);
  }
  await list.getByText('pdfjs-dist').click();
  const reader = list.getByRole('listitem').filter({ hasText: 'pdfjs-dist' });
  await expect(reader.getByText('Version 2.0, January 2004')).toBeVisible();
});

/** What a page that went wrong leaves behind: in the window, in a promise, by `reportError()`, and in the worker. */
async function goWrong(page: Page): Promise<void> {
  await page.evaluate(() => {
    const address = 'https://ada:open%20sesame@papers.example/secret/diary.pdf?token=tok-123';
    setTimeout(() => {
      throw new RangeError(`thrown at ${address}`);
    });
    void Promise.reject(new TypeError(`rejected with password=open sesame at ${address}`));
    reportError(new Error(`reported with Bearer tok-123 at ${address}`));
  });
  const worker = await serviceWorker(page.context());
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { readonly registration: { getNotifications(): Promise<unknown> } };
    scope.registration.getNotifications = () =>
      Promise.reject(new Error('worker at https://papers.example/secret?a=b'));
  });
  await page.evaluate(async () => {
    (await navigator.serviceWorker.ready).active?.postMessage({ type: 'ANNOUNCE_NEEDS' });
  });
}

test('the diagnostics tell how things stand, and no secret, title or address', async ({ page, app, origin }) => {
  const asked = app.publish('files/secret-diary.pdf', { signIn: { user: 'ada', password: PASSWORD } });
  const failing = origin.publish('diary.pdf', { status: 404 });
  await page.goto('/transfers');
  const { host } = new URL(origin.url);
  await download(page, [asked.url, `${failing.url}?token=tok-123`, origin.publish('my diary.pdf').url].join('\n'));
  await expect(transfer(page, 'my diary.pdf')).toContainText('Done');
  await expect(transfer(page, 'diary.pdf').filter({ hasText: '404' })).toHaveCount(1);
  await openSignIn(transfer(page, 'secret-diary.pdf'), new URL(app.url).host);
  await giveUser(page, 'ada', PASSWORD);
  await expect(transfer(page, 'secret-diary.pdf')).toContainText('Done');
  await page.getByRole('link', { name: 'Settings' }).click();
  await goWrong(page);

  const diagnostics = page.getByRole('region', { name: 'Diagnostics' });
  const told = async (): Promise<string> => {
    await diagnostics.getByRole('button', { name: 'Copy diagnostics' }).click();
    await expect(diagnostics.getByRole('status')).toHaveText('Copied. Paste it where you report the problem.');
    return clipboardText(page);
  };
  await expect.poll(told).toContain('## Errors (4)');
  const text = await told();
  for (const secret of PRIVATE) expect(text.toLowerCase(), secret).not.toContain(secret);
  for (const fact of [/^Longhaul \d+\.\d+\.\d+ \((?<build>[\w-]{8})\)\n/u, /^version: \d+\.\d+\.\d+ \([\w-]{8}\)$/mu]) {
    expect(text).toMatch(fact);
  }
  for (const line of ['Background Fetch: yes', 'notifications: granted', 'controls this window: yes', 'completed: 2']) {
    expect(text).toContain(line);
  }
  expect(text).toContain(`failed bad-status 404 · ${host} · `);
  for (const message of ['thrown at', 'rejected with', 'reported with', 'worker at']) {
    expect(text).toMatch(
      new RegExp(`(?:window|service worker) · \\w*Error: ${message} .*https://papers\\.example/…`, 'u'),
    );
  }
});

test('what a worker of the page reports is in the diagnostics, too', async ({ page, origin }) => {
  await page.goto('/');
  await download(page, origin.publish('paper.pdf').url);
  await expect(document(page, 'paper.pdf')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search library' }).fill('paper');
  await expect.poll(() => page.workers().some((worker) => worker.url().includes('search-worker'))).toBe(true);
  const worker = page.workers().find((each) => each.url().includes('search-worker'));
  await worker?.evaluate(() => setTimeout(() => reportError(new Error('index at https://papers.example/secret?a=b'))));
  await page.getByRole('link', { name: 'Settings' }).click();
  const diagnostics = page.getByRole('region', { name: 'Diagnostics' });
  const told = async (): Promise<string> => {
    await diagnostics.getByRole('button', { name: 'Copy diagnostics' }).click();
    return clipboardText(page);
  };
  await expect.poll(told).toContain('Error: index at https://papers.example/…');
});

test('where the browser does not let the app copy, the text is there, selected', async ({ page }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.write = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
  });
  await page.goto('/settings');
  const diagnostics = page.getByRole('region', { name: 'Diagnostics' });
  await diagnostics.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(diagnostics.getByRole('status')).toContainText('copy it from there');
  const box = diagnostics.getByRole('textbox', { name: 'What is copied' });
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(/^Longhaul \d/u);
  const selected = await box.evaluate((element: HTMLTextAreaElement) => element.selectionEnd - element.selectionStart);
  expect(selected).toBe((await box.inputValue()).length);
});

test('axe finds nothing on Settings with all its lists open', async ({ page, origin }) => {
  await page.goto('/settings');
  await download(page, origin.publish('paper.pdf').url);
  await expect(page.getByText('Largest documents').first()).toBeVisible();
  await page.getByText('Licences of Longhaul and of everything in it').click();
  await page.getByRole('list', { name: 'Licences' }).getByText('idb').click();
  await page.getByText('Show what is copied').click();
  await expect(page.getByRole('textbox', { name: 'What is copied' })).toHaveValue(/^Longhaul \d/u);
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(document(page, 'paper.pdf')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 720 } });

  test('nothing of Settings is wider than the screen', async ({ page }) => {
    await page.goto('/settings');
    await expect(page.getByText('there is room for')).toBeVisible();
    await page.getByText('Licences of Longhaul and of everything in it').click();
    await page.getByRole('list', { name: 'Licences' }).getByText('pdfjs-dist').click();
    const tooWide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = globalThis.document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(tooWide).toBeLessThanOrEqual(0);
  });
});

test('where the code of Settings can’t be had, the screen says so, and the others are there', async ({ page }) => {
  await page.route(/\/settings-screen-/u, (route) => route.abort());
  await page.goto('/settings');
  await expect(
    page.getByRole('alert').filter({ hasText: 'A part of Longhaul is missing on this device' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Transfers' }).click();
  await expect(page.getByRole('heading', { name: 'Transfers', level: 1 })).toBeVisible();
});
