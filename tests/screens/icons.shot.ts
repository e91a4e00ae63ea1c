import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

const ICONS = join(import.meta.dirname, '../../public/icons');

/** Where a launcher may cut: everything that matters lies within 80 % of the width. @see https://www.w3.org/TR/appmanifest/#icon-masks */
const MASKABLE = 'transform="translate(32 32) scale(0.78) translate(-32 -32)"';

interface Icon {
  readonly file: string;
  readonly size: number;
  readonly redraw: (svg: string) => string;
}

const DRAWINGS: readonly Icon[] = [
  { file: 'icon-192.png', size: 192, redraw: (svg) => svg },
  { file: 'icon-512.png', size: 512, redraw: (svg) => svg },
  // The launcher rounds the corners itself.
  {
    file: 'icon-maskable-512.png',
    size: 512,
    redraw: (svg) => svg.replace('rx="14" ', '').replace('<g ', `<g ${MASKABLE} `),
  },
  // One colour is all that a themed launcher leaves of it, and it may cut as with the one above.
  {
    file: 'icon-monochrome-512.png',
    size: 512,
    redraw: (svg) => svg.replace(/<rect[^>]*>/u, '').replace('<g ', `<g ${MASKABLE} `),
  },
  // Android draws a badge from its transparency alone: no ground, and the sign as large as it goes.
  {
    file: 'badge-96.png',
    size: 96,
    redraw: (svg) => svg.replace(/<rect[^>]*>/u, '').replace('viewBox="0 0 64 64"', 'viewBox="6 6 52 52"'),
  },
];

for (const { file, size, redraw } of DRAWINGS) {
  test(`${file} is drawn from icon.svg at ${size} pixels`, async ({ page }) => {
    const svg = redraw(await readFile(join(ICONS, 'icon.svg'), 'utf8'));
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>* { margin: 0 } svg { display: block; inline-size: ${size}px }</style>${svg}`);
    const png = await page.screenshot({ path: join(ICONS, file), omitBackground: true });
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]); // Width and height in the PNG's head.
  });
}
