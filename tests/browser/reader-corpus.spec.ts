import type { Page } from 'playwright/test';
import type { Colour, CorpusFile } from '../origin/corpus/corpus-file.ts';
import { CORPUS } from '../origin/corpus/corpus.ts';
import type { Origin } from '../origin/origin.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, reader, sheet } from '../support/reading.ts';
import { storedRows } from '../support/stored-rows.ts';
import { download } from '../support/story.ts';

/** How far a colour may be off, of 255: conversions differ by rounding. */
const TOLERANCE = 12;

for (const [group, files] of Object.entries(CORPUS)) {
  test(`${group}: all ${files.length} files open as they should, or say why not`, async ({ page, origin }) => {
    await page.goto('/');
    const paths = await bringInAll(page, origin, files);
    for (const file of files) {
      await test.step(file.name, async () => {
        await page.evaluate((path) => void navigation.navigate(path), paths.get(`${file.name}.pdf`) ?? '');
        await expectOpened(page, file);
        await backToLibrary(page);
      });
    }
  });
}

/** Paths of the documents, by the names of their files: in the library some are soon called by their own titles. */
async function bringInAll(
  page: Page,
  origin: Origin,
  files: readonly CorpusFile[],
): Promise<ReadonlyMap<string, string>> {
  const published = await Promise.all(
    files.map(async ({ name, make }) => origin.publish(`${name}.pdf`, { body: Buffer.from(await make()) })),
  );
  await download(page, published.map(({ url }) => url).join('\n'));
  await expect.poll(async () => (await storedRows(page, 'documents')).length).toBe(files.length);
  return new Map((await storedRows(page, 'documents')).map(({ id, fileName }) => [fileName, `/read/${id}`]));
}

async function expectOpened(
  page: Page,
  { name, pages, text = [], colour, failure, password }: CorpusFile,
): Promise<void> {
  if (failure !== undefined) {
    await expect(reader(page).getByRole('alert').getByRole('heading'), name).toHaveText(failure);
    return;
  }
  if (password !== undefined) {
    const dialog = page.getByRole('dialog', { name: 'This document is protected' });
    await dialog.getByLabel('Password').fill(password);
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  }
  for (const words of text) await expect(sheet(page, 1), name).toContainText(words);
  await expect(reader(page).getByText(`of ${pages}`, { exact: true }), name).toBeVisible();
  if (colour !== undefined) await expectColour(page, name, colour);
}

/** Of the middle of the first page. */
async function expectColour(page: Page, name: string, colour: Colour): Promise<void> {
  const farthest = async (): Promise<number> => {
    const shown = await middleColour(page);
    return Math.max(...colour.map((value, channel) => Math.abs(value - (shown[channel] ?? Infinity))));
  };
  await expect.poll(farthest, name).toBeLessThanOrEqual(TOLERANCE);
}

/** Nothing while the page is not drawn. */
async function middleColour(page: Page): Promise<readonly number[]> {
  // No role: assistive tools read the text over the picture.
  const canvas = sheet(page, 1).locator('canvas').first();
  if ((await canvas.count()) === 0) return [];
  return canvas.evaluate((drawn: HTMLCanvasElement) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(drawn, drawn.width / 2, drawn.height / 2, 1, 1, 0, 0, 1, 1);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  });
}
