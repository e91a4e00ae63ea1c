import type { Locator, Page } from 'playwright/test';
import { makeFormPdf } from '../origin/make-form-pdf.ts';
import { expect, test } from '../support/fixtures.ts';
import { makePdfWithLayers } from '../support/pdfs-with-structure.ts';
import { makeMixedPdf } from '../support/pdfs.ts';
import { choose, pageBox, read, reader, sheet } from '../support/reading.ts';
import { openPanel } from '../support/sidebar.ts';
import { openStored } from '../support/stored-document.ts';

test.beforeEach(async ({ page }) => page.addInitScript(recordPrints));

test('every page is printed on paper of its own size', async ({ page, origin }) => {
  await openStored(page, origin.publish('atlas.pdf', { body: await makeMixedPdf(3) }));
  await expect(sheet(page, 1).getByText('Plate 1')).toBeVisible();
  await page.keyboard.press('Control+p');
  await dialog(page).getByRole('button', { name: 'Print' }).click();
  await expect.poll(() => prints(page)).toEqual([['Page 1', 'Page 2', 'Page 3']]);
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sizes = [...paper.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, ...size]) =>
    size.map(Number).map(Math.round),
  );
  expect(sizes).toEqual([
    [842, 1191],
    [595, 420],
    [298, 420],
  ]); // A3 upright, A5 and A6 lying or upright, in points.

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.print-sheets')).toHaveCount(0);
  await expect(reader(page).getByRole('button', { name: 'More tools' })).toBeEnabled();
});

test('a range is read as people write it, and a mistake is said in a sentence', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  await choose(page, 'Print…');
  const range = dialog(page).getByRole('textbox', { name: 'Pages to print' });
  await range.fill('2-4, 12');
  await range.press('Enter');
  await expect(dialog(page).getByRole('alert')).toHaveText('There is no page 12: the document has 9 pages.');
  expect(await prints(page)).toEqual([]);
  await range.fill('2-4, 8');
  await range.press('Enter');
  await expect.poll(() => prints(page)).toEqual([['Page 2', 'Page 3', 'Page 4', 'Page 8']]);
});

test('the current page alone is printed, with its ink and at 150 dpi', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  await pageBox(page).fill('5');
  await pageBox(page).press('Enter');
  await choose(page, 'Print…');
  await dialog(page).getByRole('radio', { name: 'Current page (5)' }).check();
  await dialog(page).getByRole('button', { name: 'Print' }).click();
  await expect.poll(() => prints(page)).toEqual([['Page 5']]);
  expect(await pixelsOf(page, [])).toEqual({ width: 1239, height: 1754, ink: true, pixels: [] }); // A4: 595 × 842 points.
});

test('a layer that is hidden is not printed, and one that is shown is', async ({ page, origin }) => {
  await openStored(page, origin.publish('layers.pdf', { body: makePdfWithLayers() }));
  const layers = await openPanel(page, 'Layers');
  await layers.getByRole('checkbox', { name: 'Red' }).uncheck();
  await layers.getByRole('checkbox', { name: 'Blue' }).check();
  await choose(page, 'Print…');
  await dialog(page).getByRole('button', { name: 'Print' }).click();
  await expect.poll(() => prints(page)).toHaveLength(1);
  const { pixels } = await pixelsOf(page, [150, 300, 450]);
  expect(pixels).toEqual(['255,255,255', '0,255,0', '0,0,255']);
});

test('while a long document is made ready it says how far it is, the app answers, and Cancel ends it', async ({
  page,
  origin,
}) => {
  await read(page, origin.publish('book.pdf', { pages: 2000, bytes: 1_500_000 }));
  await choose(page, 'Print…');
  await dialog(page).getByRole('button', { name: 'Print' }).click();
  await expect(dialog(page).getByText(/^Preparing page \d+ of 2000$/u)).toBeVisible();
  await expect(dialog(page).getByText(/^Preparing page (?:[3-9]|\d{2,}) of 2000$/u)).toBeVisible();
  expect(await longestFrame(page)).toBeLessThan(1000);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator('.print-sheets')).toHaveCount(0);
  expect(await prints(page)).toEqual([]);
});

test('on a phone nothing of the dialog is cut off', async ({ page, origin }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  await choose(page, 'Print…');
  await expect(dialog(page).getByRole('textbox', { name: 'Pages to print' })).toBeInViewport({ ratio: 1 });
  await expect(dialog(page).getByRole('button', { name: 'Print' })).toBeInViewport({ ratio: 1 });
});

test('what is filled into a form is printed with it', async ({ page, origin }) => {
  await openStored(page, origin.publish('form.pdf', { body: makeFormPdf() }));
  const name = sheet(page, 1).getByRole('textbox', { name: 'Name' });
  const print = async (): Promise<number> => {
    const before = (await prints(page)).length;
    await choose(page, 'Print…');
    await dialog(page).getByRole('button', { name: 'Print' }).click();
    await expect.poll(async () => (await prints(page)).length).toBe(before + 1);
    const ink = await inkIn(page, [80, 120, 200, 20]);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    return ink;
  };
  await expect(name).toBeVisible();
  expect(await print()).toBe(0);
  await name.fill('Ada Lovelace');
  expect(await print()).toBeGreaterThan(100);
});

function dialog(page: Page): Locator {
  return reader(page).getByRole('dialog', { name: 'Print' });
}

/** Runs in the page, before the app: nobody is there to answer the browser's own print dialog. */
function recordPrints(): void {
  const record: string[][] = [];
  Object.assign(globalThis, { prints: record });
  window.print = () => {
    record.push([...document.querySelectorAll<HTMLImageElement>('.print-sheets img')].map(({ alt }) => alt));
  };
}

/** What was printed: for each time the names of the pages. */
async function prints(page: Page): Promise<string[][]> {
  return page.evaluate(() => (globalThis as unknown as { prints: string[][] }).prints);
}

interface Printed {
  readonly width: number;
  readonly height: number;
  /** Whether anything is drawn. */
  readonly ink: boolean;
  /** Red, green and blue. */
  readonly pixels: readonly string[];
}

/** Looks at the first printed page. @param places points from the left, at the height of the squares of `makePdfWithLayers`. */
async function pixelsOf(page: Page, places: readonly number[]): Promise<Printed> {
  return page.evaluate((across) => {
    const image = document.querySelector<HTMLImageElement>('.print-sheets img');
    if (!image) throw new Error('Nothing is printed');
    const { naturalWidth: width, naturalHeight: height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('No canvas');
    context.drawImage(image, 0, 0);
    const ink = context.getImageData(0, 0, width, height).data.some((value) => value < 128);
    const at = (x: number): string =>
      context
        .getImageData((x / 595) * width, (392 / 842) * height, 1, 1)
        .data.slice(0, 3)
        .join();
    return { width, height, ink, pixels: across.map(at) };
  }, places);
}

/** How many dark pixels the first printed page has in a part of it: left, top, width and height in points of A4. */
async function inkIn(page: Page, part: readonly [number, number, number, number]): Promise<number> {
  return page.evaluate((points) => {
    const image = document.querySelector<HTMLImageElement>('.print-sheets img');
    if (!image) throw new Error('Nothing is printed');
    const scale = image.naturalWidth / 595;
    const [left, top, width, height] = points.map((value) => Math.round(value * scale)) as [
      number,
      number,
      number,
      number,
    ];
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('No canvas');
    context.drawImage(image, -left, -top);
    const { data } = context.getImageData(0, 0, width, height);
    return data.filter((value, index) => index % 4 === 0 && value < 100).length;
  }, part);
}

/** Ms between two frames, the longest of twenty. */
async function longestFrame(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    let [longest, last] = [0, await frame()];
    for (let count = 0; count < 20; count += 1) {
      const now = await frame();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });
}
