import type { BrowserWindow, Role } from './browser-window.ts';
import { expect, test } from './fixtures.ts';

/** Waits until a thing says so. */
async function sees(
  window: BrowserWindow,
  role: Role,
  name: string | undefined,
  words: string | RegExp,
): Promise<void> {
  const read = async (): Promise<string> => (await window.textOf(role, name)) ?? `There is no ${role} “${name}”`;
  await expect
    .poll(read, { timeout: 40_000 })
    .toEqual(words instanceof RegExp ? expect.stringMatching(words) : expect.stringContaining(words));
}

async function download(window: BrowserWindow, address: string): Promise<void> {
  await window.type('Address', address);
  await window.press('button', 'Download');
}

test('the first screen says once what the browser lacks', async ({ browserWindow }) => {
  await browserWindow.goto('/');
  await sees(browserWindow, 'main', undefined, 'Keep the tab open until it is there');
  const text = (await browserWindow.textOf('main')) ?? '';
  expect(text.match(/can’t download in the background/gu)).toHaveLength(1);
  await browserWindow.goto('/settings');
  await sees(
    browserWindow,
    'main',
    undefined,
    'It has no Background Fetch, so downloads go on only while a window of Longhaul is open.',
  );
  expect(await browserWindow.textOf('main')).not.toMatch(/with every tab closed/iu);
});

test('a download is paused and resumed, comes, is read without a network, and found in', async ({
  app,
  browserWindow,
  origin,
}) => {
  const pdf = origin.publish('paper.pdf', { bytes: 40_000_000, bytesPerSecond: 4_000_000, holdAfterBytes: 7_000_000 });
  await browserWindow.goto('/transfers');
  await download(browserWindow, pdf.url);
  await sees(browserWindow, 'listitem', 'paper.pdf', /[1-9]\d %/u);
  const words = await browserWindow.textOf('main');
  expect(words).toContain('Keep this tab open: the browser can’t carry on by itself');
  expect(words).not.toContain('with this tab closed');
  await browserWindow.press('button', 'Pause paper.pdf');
  await sees(browserWindow, 'listitem', 'paper.pdf', /Paused · [\d.]+ MB of 40 MB/u);
  pdf.release();
  await browserWindow.press('button', 'Resume paper.pdf');
  await sees(browserWindow, 'listitem', 'paper.pdf', 'Done');
  expect(pdf.bytesSent).toBeLessThanOrEqual(40_000_000 * 1.3);
  await browserWindow.press('link', 'Library');
  await browserWindow.press('link', 'paper.pdf');
  await sees(browserWindow, 'region', 'Reader', 'Test paper');
  await app.close();
  await browserWindow.reload();
  await sees(browserWindow, 'region', 'Reader', 'Test paper');
  await browserWindow.type('Find', 'paper');
  await sees(browserWindow, 'search', undefined, '1 of 1');
});

test('a file of the disk comes in, words are highlighted in it, and a copy is saved', async ({
  browserWindow,
  disk,
}) => {
  await browserWindow.goto('/');
  await browserWindow.giveFile('Choose files', await disk.writePdf('mine.pdf', 1));
  await browserWindow.press('link', 'mine.pdf');
  await sees(browserWindow, 'region', 'Reader', 'Test paper, page 1 of 1');
  await browserWindow.selectLine('Test paper, page 1 of 1');
  await browserWindow.press('button', 'Highlight');
  await expect.poll(() => browserWindow.evaluate(countMarks)).toBe(1);
  await browserWindow.reload();
  await sees(browserWindow, 'region', 'Reader', 'Test paper, page 1 of 1');
  await browserWindow.press('button', 'Sidebar');
  await browserWindow.press('tab', 'Marks');
  await sees(browserWindow, 'tabpanel', 'Marks', 'Highlight, page 1');
  await browserWindow.press('button', 'More tools');
  const copy = await browserWindow.saved('menuitem', 'Save a copy with marks');
  expect(copy.subarray(0, 5).toString()).toBe('%PDF-');
  expect(copy.includes('/Highlight')).toBe(true);
});

test('Settings speaks German when it is told to', async ({ browserWindow }) => {
  await browserWindow.goto('/settings');
  await browserWindow.choose('Language', 'Deutsch');
  await sees(browserWindow, 'heading', 'Einstellungen', 'Einstellungen');
});

test.describe('as its package has it', () => {
  test.use({ upToDate: false });

  test('a WebKit without the Navigation API is told so', async ({ browserWindow, otherBrowser }) => {
    test.skip(otherBrowser === 'Firefox', 'Firefox has all that the app demands');
    await browserWindow.goto('/');
    await sees(browserWindow, 'alert', undefined, 'What it lacks is: Navigation API.');
  });
});

/** Runs in the page. */
async function countMarks(): Promise<number> {
  const opening = indexedDB.open('longhaul');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const counting = opening.result.transaction('marks').objectStore('marks').count();
  await new Promise((resolve) => counting.addEventListener('success', resolve));
  opening.result.close();
  return counting.result;
}
