import type { Locator, Page } from 'playwright/test';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { clipboardText } from '../support/clipboard.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeTask, openTransfers } from '../support/seed-transfers.ts';
import { download, transfer } from '../support/story.ts';

const SIZE = 40_000_000;

function details(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name });
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name: `Details of ${name}` });
}

test('details follow a download while it runs: which bytes are there, by what, since when, and the focus comes back', async ({
  page,
  origin,
}) => {
  const pdf = origin.publish('big.pdf', { bytes: SIZE, bytesPerSecond: 2_500_000 });
  await page.goto('/transfers');
  await download(page, pdf.url);
  await expect(transfer(page, 'big.pdf')).toContainText('Downloading');
  await button(page, 'big.pdf').press('Enter');
  const dialog = details(page, 'big.pdf');
  const bar = dialog.getByRole('img');
  await expect(bar).toHaveAccessibleName(/more have come and are not stored yet\.$/u);
  await expect(bar).toHaveAccessibleName(/^\d+.* MB of 40 MB are here, in \d parts?\./u, { timeout: 30_000 });
  await expect(page.getByRole('dialog')).toContainText(
    'Downloaded by The browser, which goes on with all windows closed',
  );
  await expect(page.getByRole('dialog')).toContainText('Attempts 1');
  await expect(page.getByRole('dialog')).toContainText(/Started\s+\d+ \p{L}+ \d{4}/u);
  expect(await axeFindingsInBothLooks(page)).toEqual([]);
  await expect(bar).toHaveAccessibleName('All 40 MB are here.', { timeout: 40_000 });
  await expect(page.getByRole('dialog')).toContainText('State Done');
  await expect(page.getByRole('dialog')).toContainText(/Finished\s+\d+ \p{L}+ \d{4}/u);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button(page, 'big.pdf')).toBeFocused();
});

/** What is drawn of a bar: from which hundredth of its width to which each stretch goes, and its colour. */
async function stretches(
  bar: Locator,
): Promise<{ readonly places: readonly string[]; readonly fills: readonly string[] }> {
  return bar.evaluate((drawing) => {
    const whole = drawing.getBoundingClientRect();
    const hundredth = (x: number): number => Math.round(((x - whole.left) * 100) / whole.width);
    const parts = [...drawing.children].toSorted(
      (one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left,
    );
    return {
      places: parts.map((part) => {
        const { left, right } = part.getBoundingClientRect();
        return `${hundredth(left)}–${hundredth(right)}`;
      }),
      fills: parts.map((part) => getComputedStyle(part).fill),
    };
  });
}

test('the bar shows where in the file the parts that are there lie', async ({ page }) => {
  const remote = {
    url: 'https://papers.example.org/paused-0.pdf',
    length: 1000,
    type: 'application/pdf',
    acceptsRanges: true,
    access: 'allowed',
  } as const;
  const day = { createdAt: Date.UTC(2026, 2, 3, 12), lastByteAt: Date.UTC(2026, 2, 5, 12) };
  await openTransfers(page, [makeTask('paused', 0, { remote, bytesStored: 400, attempt: 3, engine: 'fetch', ...day })]);
  await putSegments(page, 'paused-0', [
    [0, 99],
    [600, 899],
  ]);
  await button(page, 'paused-0.pdf').click();
  const bar = page.getByRole('dialog').getByRole('img');
  await expect(bar).toHaveAccessibleName('400 bytes of 1 kB are here, in 2 parts.');
  const { places, fills } = await stretches(bar);
  expect(places).toEqual(['0–10', '10–60', '60–90', '90–100']);
  const [here, missing] = fills;
  expect(fills).toEqual([here, missing, here, missing]);
  expect(here).not.toBe(missing);
  await expect(page.getByRole('dialog')).toContainText('Attempts 3');
  await expect(page.getByRole('dialog')).toContainText('Downloaded by This window, as long as it is open');
  await expect(page.getByRole('dialog')).toContainText(/Added\s+3 March 2026/u);
  await expect(page.getByRole('dialog')).toContainText(/Last bytes stored\s+5 March 2026/u);
});

/** Stores bytes of a file past the app's own code. */
async function putSegments(page: Page, fileId: string, ranges: readonly (readonly [number, number])[]): Promise<void> {
  await page.evaluate(
    async ([id, all]) => {
      const opening = indexedDB.open('longhaul');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const tx = opening.result.transaction('segments', 'readwrite');
      for (const [firstByte, lastByte] of all) {
        const bytes = new Blob([new Uint8Array(lastByte - firstByte + 1)]);
        tx.objectStore('segments').put({ fileId: id, firstByte, lastByte, bytes });
      }
      await new Promise((resolve) => tx.addEventListener('complete', resolve));
      opening.result.close();
    },
    [fileId, ranges] as const,
  );
}

test('a failure tells its technical reason, and where redirects led; what is copied has no secret', async ({
  page,
  origin,
  elsewhere,
}) => {
  const end = elsewhere.publish('gone.pdf', { status: 404 });
  const start = origin.publish('paper.pdf', { redirectTo: `${end.url}?page=7&X-Amz-Signature=abcdef123` });
  await page.goto('/transfers');
  const address = start.url.replace('://', '://reader:open-sesame@');
  await download(page, `${address}?token=let-me-in&volume=3`);
  await expect(transfer(page, 'paper.pdf')).toContainText('404');
  await button(page, 'paper.pdf').click();
  await expect(page.getByRole('dialog')).toContainText('Error code bad-status');
  await expect(page.getByRole('dialog')).toContainText('HTTP status 404');
  await expect(page.getByRole('dialog')).toContainText(/Technical reason\s+.*404/u);
  await expect(page.getByRole('dialog')).toContainText(`Address ${start.url}?token=…&volume=3`);
  await page.getByRole('button', { name: 'Copy details' }).press('Enter');
  await expect(details(page, 'paper.pdf').getByRole('status')).toHaveText('Copied.');
  const copied = await clipboardText(page);
  expect(copied).toContain('Transfer: paper.pdf');
  expect(copied).toContain('HTTP status: 404');
  expect(copied).toContain('volume=3');
  for (const secret of ['let-me-in', 'open-sesame', 'reader:', 'abcdef123']) expect(copied).not.toContain(secret);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(button(page, 'paper.pdf')).toBeFocused();
});

test('where redirects led is told, without what signs it', async ({ page }) => {
  const remote = {
    url: 'https://cdn.example.net/1/paper.pdf?sig=abc&part=2',
    length: SIZE,
    type: 'application/pdf',
    acceptsRanges: true,
    access: 'allowed',
  } as const;
  await openTransfers(page, [makeTask('paused', 0, { remote })]);
  await button(page, 'paused-0.pdf').click();
  await expect(page.getByRole('dialog')).toContainText('Led on to https://cdn.example.net/1/paper.pdf?sig=…&part=2');
  await expect(page.getByRole('dialog')).toContainText('Can be continued half-way Yes');
  await expect(details(page, 'paused-0.pdf').getByRole('img')).toHaveAccessibleName('Nothing of 40 MB is here yet.');
});
