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
