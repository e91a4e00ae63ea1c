import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { makePicturePdf } from '../support/pdfs.ts';
import { bringIn, choose, pageBox, read, reader, sheet, zoom, zoomTo } from '../support/reading.ts';
import { openStored } from '../support/stored-document.ts';

test('pages go on one by one, side by side and in pairs', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  await choose(page, 'Page by page');
  await expect(sheet(page, 2)).toHaveCount(0);
  await pages(page).press('ArrowRight');
  await expect(sheet(page, 2).getByText('page 2 of 9')).toBeInViewport();
  await expect(sheet(page, 1)).toHaveCount(0);

  await choose(page, 'Horizontal');
  await expect(sheet(page, 3)).toBeAttached();
  expect(await edge(page, 3, 'x')).toBeGreaterThan(await edge(page, 2, 'x'));
  expect(await edge(page, 3, 'y')).toBe(await edge(page, 2, 'y'));

  await choose(page, 'Continuous');
  await zoomTo(page, '30');
  await choose(page, 'Two pages, odd on the left');
  expect(await edge(page, 4, 'y')).toBe(await edge(page, 3, 'y'));
  expect(await edge(page, 5, 'y')).toBeGreaterThan(await edge(page, 4, 'y'));
  await choose(page, 'Two pages, even on the left');
  expect(await edge(page, 5, 'y')).toBe(await edge(page, 4, 'y'));

  await choose(page, 'One page');
  await choose(page, 'Wrapped');
  expect(await edge(page, 2, 'y')).toBe(await edge(page, 1, 'y'));
});

test('the Zoom box takes a percentage, a choice of its list, and refuses others in words', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf'));
  for (const [typed, width] of [
    ['137', 1087],
    ['50 %', 397],
  ] as const) {
    await zoomTo(page, typed);
    await expect.poll(async () => Math.abs((await widthOf(page)) - width)).toBeLessThan(30);
  }
  await zoomTo(page, 'huge');
  await expect(reader(page).getByText('“huge” is not a size. Type a percentage from 10 to 2500.')).toBeVisible();
  await zoom(page).press('Escape');
  await expect(zoom(page)).toHaveValue('50 %');
  await zoom(page).click();
  await reader(page).getByRole('option', { name: '100 %' }).click();
  await expect.poll(() => widthOf(page)).toBeGreaterThan(760);
  await zoom(page).press('ArrowDown');
  await zoom(page).press('ArrowDown');
  await zoom(page).press('Enter');
  await expect(zoom(page)).toHaveValue('125 %');
});

test('after a link one goes back to where it was taken, and forward again', async ({ page, app }) => {
  await page.goto('/');
  await bringIn(page, `${app.url}/samples/field-guide.pdf`, 'A Field Guide to Background Transfers.pdf');
  await pageBox(page).fill('3');
  await pageBox(page).press('Enter');
  await sheet(page, 3).getByRole('link', { name: 'The Service Worker' }).click();
  await expect(pageBox(page)).toHaveValue('16');
  const address = page.url();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(pageBox(page)).toHaveValue('3');
  await expect(sheet(page, 3)).toBeInViewport();
  await reader(page).getByRole('button', { name: 'Forward again' }).click();
  await expect(pageBox(page)).toHaveValue('16');
  await choose(page, 'Back to where the link was');
  await expect(pageBox(page)).toHaveValue('3');
  expect(page.url()).toBe(address);
  // Nothing is left in the document: the key is the browser's own again.
  const isTaken = await page.evaluate(
    () => !dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, cancelable: true })),
  );
  expect(isTaken).toBe(false);
});

test('keys rotate, choose the hand, and the hand moves the page', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  const upright = await sheet(page, 1).boundingBox();
  await pages(page).press('r');
  await expect.poll(async () => (await sheet(page, 1).boundingBox())?.height).toBeLessThan(upright?.height ?? 0);
  await pages(page).press('Shift+R');
  await expect.poll(async () => (await sheet(page, 1).boundingBox())?.height).toBe(upright?.height);

  await pages(page).press('h');
  const before = await scrollTop(page);
  await drag(page, -300);
  await expect.poll(() => scrollTop(page)).toBe(before + 300);
  await pages(page).press('s');
  await drag(page, -300);
  expect(await scrollTop(page)).toBe(before + 300);
});

test('a presentation shows one page to a screen, and Escape gives the reader back as it was', async ({
  page,
  origin,
}) => {
  await read(page, origin.publish('paper.pdf', { pages: 4 }));
  await zoomTo(page, '75');
  await choose(page, 'Present');
  await expect(pageBox(page)).toBeHidden();
  await expect(sheet(page, 2)).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await sheet(page, 1).click({ position: { x: 5, y: 5 } });
  await expect(sheet(page, 2).getByText('page 2 of 4')).toBeInViewport();
  await page.keyboard.press('Space');
  await expect(sheet(page, 3).getByText('page 3 of 4')).toBeInViewport();
  await page.keyboard.press('ArrowLeft');
  await expect(sheet(page, 2).getByText('page 2 of 4')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(pageBox(page)).toHaveValue('2');
  await expect(zoom(page)).toHaveValue('75 %');
  await expect(sheet(page, 3)).toBeAttached();
});

test('at night the paper is dark, a scan with it, and a photograph stays as it is', async ({ page, origin }) => {
  await openStored(page, origin.publish('picture.pdf', { body: await makePicturePdf() }));
  await expect(sheet(page, 1).getByText('Beside a picture')).toBeVisible();
  await zoomTo(page, '100');
  // Points of the page: beside everything, in the photograph, in a white stripe of the scan.
  const colours = (): Promise<string[]> =>
    coloursAt(page, [
      [20, 20],
      [100, 150],
      [100, 301],
    ]);
  await choose(page, 'Paper');
  await expect.poll(colours).toEqual(['#ffffff', '#b4281e', '#ffffff']);
  await choose(page, 'Night');
  await expect.poll(colours).toEqual(['#1a1a1a', '#b4281e', '#1a1a1a']);
  await pages(page).press('r');
  await pages(page).press('r');
  await expect
    .poll(() =>
      coloursAt(page, [
        [420 - 100, 595 - 150],
        [20, 20],
      ]),
    )
    .toEqual(['#b4281e', '#1a1a1a']);
  await choose(page, 'Sepia');
  await expect.poll(() => coloursAt(page, [[20, 20]])).toEqual(['#f5ead3']);
  await choose(page, 'With the app’s theme');
  await expect.poll(() => coloursAt(page, [[20, 20]])).toEqual(['#ffffff']);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => coloursAt(page, [[20, 20]])).toEqual(['#1a1a1a']);
});

test('the bar leaves while one scrolls on, and is back on the way up and with the focus', async ({ page, origin }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await read(page, origin.publish('paper.pdf', { pages: 9 }));
  await pages(page).hover();
  await wheel(page, 80, 8);
  await expect(pageBox(page)).not.toBeInViewport();
  await wheel(page, -80, 2);
  await expect(pageBox(page)).toBeInViewport();
  await wheel(page, 80, 8);
  await expect(pageBox(page)).not.toBeInViewport();
  await page.keyboard.press('Shift');
  await expect(pageBox(page)).toBeInViewport();
  await pageBox(page).focus();
  await wheel(page, 80, 8);
  await expect(pageBox(page)).toBeInViewport();
});

test.describe('on a phone', () => {
  test.use({ ownBrowser: true });

  test('nothing of the bar is cut off, and a page is drawn as sharp as the screen', async ({ launch, origin }) => {
    const context = await launch({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true });
    const page = context.pages()[0] ?? (await context.newPage());
    await read(page, origin.publish('paper.pdf', { pages: 120, bytes: 60_000 }));
    for (const control of await reader(page).getByRole('toolbar').locator('a, button, input').all())
      if (await control.isVisible()) await expect(control).toBeInViewport({ ratio: 1 });
    const { drawn, shown } = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.pdfViewer canvas');
      return { drawn: canvas?.width ?? 0, shown: canvas?.getBoundingClientRect().width ?? 0 };
    });
    expect(drawn / shown).toBeCloseTo(2, 1);

    await touch(page, [[180, 650]], [[180, 200]]);
    await expect(pageBox(page)).not.toBeInViewport();
    await page.touchscreen.tap(180, 400);
    await expect(pageBox(page)).toBeInViewport();

    await pageBox(page).fill('1');
    await pageBox(page).press('Enter');
    await choose(page, 'Page by page');
    await touch(page, [[300, 400]], [[60, 400]]);
    await expect(pageBox(page)).toHaveValue('2');
    await zoomTo(page, '100');
    await touch(
      page,
      [
        [140, 400],
        [220, 400],
      ],
      [
        [80, 400],
        [280, 400],
      ],
    );
    await expect.poll(async () => Number.parseInt(await zoom(page).inputValue(), 10)).toBeGreaterThan(150);
  });
});

function pages(page: Page): Locator {
  return reader(page).getByRole('group', { name: 'Pages', exact: true });
}

async function edge(page: Page, number: number, side: 'x' | 'y'): Promise<number> {
  return Math.round((await sheet(page, number).boundingBox())?.[side] ?? Number.NaN);
}

async function widthOf(page: Page): Promise<number> {
  return (await sheet(page, 1).boundingBox())?.width ?? 0;
}

async function scrollTop(page: Page): Promise<number> {
  return pages(page).evaluate((element) => Math.round(element.scrollTop));
}

/** @param pixels CSS pixels downwards. */
async function drag(page: Page, pixels: number): Promise<void> {
  await page.mouse.move(700, 600);
  await page.mouse.down();
  await page.mouse.move(700, 600 + pixels, { steps: 6 });
  await page.mouse.up();
}

async function wheel(page: Page, pixels: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await page.mouse.wheel(0, pixels);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

/** Colours on the screen, as `#rrggbb`, at points of the first page: PDF points from its upper left corner, at 100 %. */
async function coloursAt(page: Page, points: readonly (readonly [x: number, y: number])[]): Promise<string[]> {
  await pages(page).evaluate((element) => element.scrollTo(0, 0));
  const shot = await sheet(page, 1).screenshot({ animations: 'disabled' });
  return page.evaluate(
    async ([source, places]) => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return places.map(([x, y]) => {
        const at = ([n, border]: readonly [number, number]): number => Math.round((n * 4) / 3) + border;
        const colour = context?.getImageData(at([x, 9]), at([y, 9]), 1, 1).data ?? [];
        return `#${[...colour]
          .slice(0, 3)
          .map((part) => part.toString(16).padStart(2, '0'))
          .join('')}`;
      });
    },
    [`data:image/png;base64,${shot.toString('base64')}`, points] as const,
  );
}

type Fingers = readonly (readonly [x: number, y: number])[];

/** Puts fingers down, moves them in ten steps, and lifts them. */
async function touch(page: Page, from: Fingers, to: Fingers): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const at = (share: number): { x: number; y: number }[] =>
    from.map(([x, y], finger) => ({
      x: x + ((to[finger]?.[0] ?? x) - x) * share,
      y: y + ((to[finger]?.[1] ?? y) - y) * share,
    }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= 10; step += 1)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 10) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
