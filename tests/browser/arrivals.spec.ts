import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { makePdf } from '../origin/make-pdf.ts';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { clipboardText } from '../support/clipboard.ts';
import { Disk } from '../support/disk.ts';
import { expect, test } from '../support/fixtures.ts';
import { reader } from '../support/reading.ts';
import { chooseFor } from '../support/shelf.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document, download, transfer } from '../support/story.ts';

function question(page: Page) {
  return page.getByRole('dialog', { name: /^Download/u });
}

test('?add= asks before it starts, and only once', async ({ page, origin }) => {
  const [one, two] = [origin.publish('one.pdf'), origin.publish('two.pdf')];
  await page.goto(`/?add=${encodeURIComponent(one.url)}&add=${encodeURIComponent(two.url)}&add=nonsense`);
  await expect(question(page).getByRole('list', { name: 'Addresses' }).getByRole('listitem')).toHaveCount(3);
  await expect(page).toHaveURL('/');
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  await question(page).getByRole('button', { name: 'Not now' }).click();
  expect(origin.requests).toHaveLength(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(question(page)).toHaveCount(0);

  await page.goto(`/?add=${encodeURIComponent(one.url)}&add=nonsense`);
  await question(page).getByRole('button', { name: 'Download' }).click();
  await expect(document(page, 'one.pdf')).toBeVisible();
  await expect(page.getByRole('alert').getByText('“nonsense” is not a web address')).toBeVisible();
});

test('the bookmarklet of Settings leads another page’s address to that question', async ({ page, origin }) => {
  const file = origin.publish('open in a tab.pdf');
  await page.goto('/settings');
  const link = page.getByRole('link', { name: 'Add to Longhaul' });
  await link.click();
  await expect(page.getByText('This link works in your bookmarks')).toBeVisible();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const code = await clipboardText(page);
  expect(code).toBe(await link.getAttribute('href'));

  // A press on a bookmark, on a page of another site: what the bookmark holds runs there.
  const other = await page.context().newPage();
  await other.goto(origin.publish('article.html', { body: '<!doctype html><p>An article' }).url);
  const opening = page.context().waitForEvent('page');
  await other.evaluate(code.replace('location.href', JSON.stringify(file.url)).slice('javascript:'.length));
  const app = await opening;
  await question(app).getByRole('button', { name: 'Download' }).click();
  await expect(document(app, 'open in a tab.pdf')).toBeVisible();
  expect(file.requests.length).toBeGreaterThan(0);
});

test('what another app shares: files come in at once, links are asked about', async ({ page, origin }) => {
  await using disk = await Disk.make();
  const paper = await disk.writePdf('paper.pdf', 1);
  await page.goto('/');
  await page.evaluate(async () => navigator.serviceWorker.ready);
  const manifest = (await (await page.request.get('/manifest.webmanifest')).json()) as ShareManifest;
  const { share_target: target } = manifest;
  expect(target.method).toBe('POST');
  await share(page, target, {
    text: `Have a look: ${origin.publish('linked.pdf').url}`,
    files: [paper, await disk.write('empty.pdf', '')],
  });
  await expect(question(page).getByText('linked.pdf')).toBeVisible();
  await question(page).getByRole('button', { name: 'Not now' }).click();
  await expect(page).toHaveURL('/');
  await expect(page.getByText('In your Library now: “paper.pdf”.')).toBeVisible();
  await expect(page.getByText('1 file could not be added: an empty file.')).toBeVisible();
  const [row] = await storedRows(page, 'documents');
  expect(row?.sha256).toBe(
    createHash('sha256')
      .update(await readFile(paper))
      .digest('hex'),
  );
  await share(page, target, { text: '', files: [paper] });
  await expect(page.getByText('In your Library now: “paper.pdf”.')).toBeVisible();
  expect(await storedRows(page, 'documents')).toHaveLength(1);
  expect(await storedRows(page, 'segments')).toHaveLength(1);
});

interface ShareManifest {
  readonly share_target: {
    readonly action: string;
    readonly method: string;
    readonly enctype: string;
    readonly params: { readonly text: string; readonly files: readonly { readonly name: string }[] };
  };
}

/** Sends what Chrome would send to the manifest's share target: a form, by a navigation. */
async function share(
  page: Page,
  { action, method, enctype, params }: ShareManifest['share_target'],
  { text, files }: { readonly text: string; readonly files: readonly string[] },
): Promise<void> {
  await page.evaluate(
    ({ form, text: name, files: filesName }) => {
      const make = <Name extends 'form' | 'textarea' | 'input' | 'button'>(tag: Name, properties: object) =>
        Object.assign(globalThis.document.createElement(tag), properties);
      const words = make('textarea', { name, ariaLabel: 'Shared text' });
      const box = make('input', { name: filesName, type: 'file', multiple: true, ariaLabel: 'Shared files' });
      const sharing = make('form', form);
      sharing.append(words, box, make('button', { textContent: 'Share' }));
      globalThis.document.body.append(sharing);
    },
    { form: { action, method, enctype }, text: params.text, files: params.files[0]?.name ?? '' },
  );
  await page.getByLabel('Shared text').fill(text);
  await page.getByLabel('Shared files').setInputFiles([...files]);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.waitForURL('/');
}

test.describe('with the platform’s own dialogs', () => {
  test.use({ ownBrowser: true });

  test('a PDF that the system opens is read at once, and is added once', async ({ context, page }) => {
    await context.addInitScript(launchWith);
    for (const round of ['new', 'known']) {
      await page.goto('/');
      await page.evaluate(
        async (bytes) => {
          const folder = await navigator.storage.getDirectory();
          const handle = await folder.getFileHandle('opened.pdf', { create: true });
          const writable = await handle.createWritable();
          await writable.write(Uint8Array.from(bytes));
          await writable.close();
          globalThis.launch([handle]);
        },
        [...makePdf({ bytes: 20_000 })],
      );
      await expect(reader(page).getByText('Test paper').first(), round).toBeVisible();
    }
    expect(await storedRows(page, 'documents')).toMatchObject([{ fileName: 'opened.pdf', kind: 'pdf' }]);
    expect(await storedRows(page, 'segments')).toHaveLength(1);
  });

  test('Save writes the original where the person says, and nothing when they change their mind', async ({
    context,
    page,
    origin,
  }) => {
    await context.addInitScript(saveIntoOwnFolder);
    const file = origin.publish('paper.pdf', { bytes: 20_000_000 });
    await page.goto('/');
    await download(page, file.url);
    await chooseFor(page, 'paper.pdf', 'Save to disk');
    await expect.poll(() => savedSha256(page, 'paper.pdf')).toBe(file.sha256);
    await page.evaluate(() => (globalThis.changesMind = true));
    await chooseFor(page, 'paper.pdf', 'Save to disk');
    await expect(page.getByRole('alert').filter({ hasText: /./u })).toHaveCount(0);
    await page.evaluate(() => (globalThis.changesMind = false));
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Save my library as a file' }).click();
    await expect(page.getByText('1 document is in the file.')).toBeVisible();
  });
});

test('a web page’s address says so, and offers to open it', async ({ context, page, origin }) => {
  const article = origin.publish('article', { body: '<!doctype html><p>An article', type: 'text/html' });
  await page.goto('/transfers');
  await download(page, article.url);
  await expect(transfer(page, 'article')).toContainText('This address is a web page, not a PDF.');
  const opening = context.waitForEvent('page');
  await transfer(page, 'article').getByRole('link', { name: 'Open page article' }).click();
  await expect((await opening).getByText('An article')).toBeVisible();
  await expect((await opening).evaluate(() => globalThis.opener === null)).resolves.toBe(true);
});

declare global {
  var launch: (files: readonly FileSystemHandle[]) => void;
  var changesMind: boolean;
}

/** `launchQueue` can't be filled without a desktop: only that seam is ours, the handles are real. */
function launchWith(): void {
  let consumer: ((params: { readonly files: readonly FileSystemHandle[] }) => void) | undefined;
  const setConsumer = (given: typeof consumer): void => void (consumer = given);
  Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer } });
  globalThis.launch = (files) => consumer?.({ files });
}

/** The dialog's answer is a real handle in the browser's own file system. */
function saveIntoOwnFolder(): void {
  globalThis.changesMind = false;
  const showSaveFilePicker = async (options: { readonly suggestedName: string }): Promise<FileSystemFileHandle> => {
    if (globalThis.changesMind) throw new DOMException('The user aborted a request.', 'AbortError');
    return (await navigator.storage.getDirectory()).getFileHandle(options.suggestedName, { create: true });
  };
  Object.assign(globalThis, { showSaveFilePicker });
}

async function savedSha256(page: Page, name: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(wanted, { create: true });
    const bytes = await (await handle.getFile()).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, name);
}
