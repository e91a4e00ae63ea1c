import { makePdf } from '../origin/make-pdf.ts';
import { zip } from '../support/archives.ts';
import { Disk } from '../support/disk.ts';
import { Drag } from '../support/drop.ts';
import { makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { document as libraryEntry } from '../support/story.ts';
import { expect, inView, shootWindow, test } from './fixtures.ts';

test('files that come in, and files that do not', async ({ page }) => {
  await using disk = await Disk.make();
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  const drag = await Drag.over(page, { files: [await disk.writePdf('single.pdf', 3)] });
  await expect(page.getByText('Drop files or addresses to add them')).toBeVisible();
  await shootWindow(page, 'drop');
  await drag.leave(page);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  const long = `${'a-name-without-any-space-'.repeat(5)}.pdf`;
  await (
    await choosing
  ).setFiles([
    await disk.write('empty.pdf', ''),
    await disk.write(long, '<!doctype html>'),
    await disk.writePdf('paper.pdf', 1),
    await disk.writePdf('large.pdf', 2, 900_000_000),
    await disk.writePdf('waiting.pdf', 3),
    await disk.writePdf('waiting-2.pdf', 4),
    await disk.writePdf('waiting-3.pdf', 5),
  ]);
  await expect(libraryEntry(page, 'paper.pdf')).toBeVisible();
  await shootWindow(page, 'incoming');
  await page.getByRole('button', { name: 'Cancel all' }).click();
  for (const name of ['empty.pdf', long]) await page.getByRole('button', { name: `Dismiss ${name}` }).click();
  await shootWindow(page, 'incoming-said');
});

test('addresses of a link are asked about', async ({ page }) => {
  const add = ['https://papers.example.org/2026/trains.pdf', `https://a.example.com/${'long-path/'.repeat(30)}.pdf`];
  await page.goto(`/?${new URLSearchParams({ add: add[0] ?? '' }).toString()}`);
  await expect(page.getByRole('dialog')).toBeVisible();
  await shootWindow(page, 'address-question');
  await page.goto(`/?${new URLSearchParams({ add: add.join('\n') }).toString()}`);
  await expect(page.getByRole('dialog')).toBeVisible();
  await shootWindow(page, 'address-question-2');
});

/** Runs in the page, before the app: what workers tell is held back from their third word on, until `letGoOn`. */
function holdWorkers(): void {
  const held: (() => void)[] = [];
  let isOver = false;
  globalThis.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      let words = 0;
      this.addEventListener('message', (event) => {
        words += 1;
        if (isOver || words < 3) return;
        event.stopImmediatePropagation();
        held.push(() => this.dispatchEvent(new MessageEvent('message', { data: event.data })));
      });
    }
  };
  addEventListener('letgoon', () => {
    isOver = true;
    for (const tell of held.splice(0)) tell();
  });
}

test('the library as one file', async ({ page }) => {
  await using disk = await Disk.make();
  await page.addInitScript(holdWorkers);
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  const path = await disk.write(
    'library.zip',
    await zip([
      ['small.pdf', makePdf({ bytes: 20_000 })],
      ['large.pdf', makePdf({ bytes: 150_000_000, seed: 1 })],
      ['readme.txt', 'left out'],
      [`${'a-damaged-name-without-space-'.repeat(4)}.pdf`, '<!doctype html>'],
    ]),
  );
  await page.goto('/settings');
  const section = page.getByRole('region', { name: 'Take your library along' });
  const choosing = page.waitForEvent('filechooser');
  await section.getByRole('button', { name: 'Take a library file in' }).click();
  await (await choosing).setFiles(path);
  await expect(section.getByRole('progressbar')).toBeVisible();
  const there = await inView(section);
  await shootWindow(page, 'archive-running', there);
  await page.evaluate(() => dispatchEvent(new Event('letgoon')));
  await expect(section.getByRole('status')).toContainText('added', { timeout: 60_000 });
  await shootWindow(page, 'archive-ended', there);
});

test('settings of a library that is full', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  const finishedAt = Date.UTC(2026, 2, 4);
  const documents = makeDocuments(12, (number) => ({
    size: 900_000_000 - number * 31_000_000,
    ...(number % 3 === 0 ? { openedAt: finishedAt, finishedAt } : {}),
    ...(number % 4 === 0 ? { isMissing: true as const } : {}),
    ...(number === 4 ? { title: 'Proceedings-of-the-'.repeat(9) } : {}),
    ...(number === 8 ? { source: undefined as never } : {}),
  }));
  await seedLibrary(page, { documents, covers: true });
  await page.goto('/settings');
  await page.getByRole('checkbox', { name: 'Limit my library' }).check();
  await page.getByRole('spinbutton', { name: 'Keep at most' }).fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /more than you allow/u })).toBeVisible();
  await shootWindow(page, 'storage-limit', await inView(page.getByRole('region', { name: 'Storage' })));
  await shootWindow(page, 'storage-largest', await inView(page.getByRole('heading', { name: 'Largest documents' })));
  await page.getByRole('link', { name: 'Library', exact: true }).click();
  await expect(page.getByRole('region', { name: /more than you allow/u })).toBeVisible();
  await shootWindow(page, 'library-offers');
});
