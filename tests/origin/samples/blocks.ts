import type { Block, Figure } from './chapter.ts';
import { drawFigure, drawingHeight } from './diagrams.ts';
import {
  ACCENT,
  FONTS,
  hairline,
  INK,
  place,
  QUIET,
  roomLeft,
  setStyle,
  type Sheet,
  textWidth,
  TINT,
} from './typesetting.ts';

const BODY = { size: 12 } as const;
const LEADING = 5.2;
const PARAGRAPH_GAP = 8;

/** Straight quotation marks become the printer's. */
export function typographic(text: string): string {
  return text
    .replaceAll(/(^|[\s(])"/g, '$1\u201c')
    .replaceAll('"', '\u201d')
    .replaceAll("'", '\u2019');
}

/** Sets a block where the sheet stands, on a new page if it does not fit. */
export function setBlock(sheet: Sheet, block: Block): void {
  if (typeof block === 'string') return setParagraph(sheet, block);
  if ('heading' in block) return setHeading(sheet, block.heading);
  if ('code' in block) return setCode(sheet, block.code);
  if ('list' in block) return setList(sheet, block.list);
  return setFigure(sheet, block.figure);
}

/** PDFKit carries options over into continued text until `null` ends them; its types know that of `link` alone. */
const NO_LINK = { link: null, goTo: null, underline: false } as unknown as PDFKit.Mixins.TextOptions;

export function setParagraph(sheet: Sheet, text: string): void {
  if (roomLeft(sheet) < 32) sheet.addPage();
  const pieces = typographic(text)
    .split(/(\[[^\]]+\]\([^)]+\))/)
    .filter((piece) => piece !== '');
  for (const [index, piece] of pieces.entries()) {
    const continued = index < pieces.length - 1;
    const [, words, target] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(piece) ?? [];
    const link = target?.startsWith('#') ? { goTo: target.slice(1) } : { link: target ?? null };
    setStyle(sheet, { ...BODY, colour: words === undefined ? INK : ACCENT });
    sheet.text(words ?? piece, { ...NO_LINK, ...link, continued, lineGap: LEADING, paragraphGap: PARAGRAPH_GAP });
  }
}

function setHeading(sheet: Sheet, text: string): void {
  if (roomLeft(sheet) < 96) sheet.addPage();
  else sheet.y += 7;
  setStyle(sheet, { font: FONTS.bold, size: 13.5, colour: INK }).text(typographic(text), { paragraphGap: 5 });
}

function setCode(sheet: Sheet, code: string): void {
  const lines = code.split('\n');
  const height = lines.length * 11.5 + 16;
  if (roomLeft(sheet) < height) sheet.addPage();
  const { left } = sheet.page.margins;
  sheet.rect(left, sheet.y, textWidth(sheet), height).fill(TINT);
  sheet.rect(left, sheet.y, 2, height).fill(ACCENT);
  for (const [index, line] of lines.entries()) {
    place(sheet, line, left + 12, sheet.y + 9 + index * 11.5, { font: FONTS.code, size: 8, colour: INK });
  }
  sheet.y += height + 11;
}

function setList(sheet: Sheet, items: readonly string[]): void {
  const { left } = sheet.page.margins;
  for (const item of items) {
    setStyle(sheet, BODY);
    const options = { width: textWidth(sheet) - 14, lineGap: LEADING - 0.6 };
    if (roomLeft(sheet) < sheet.heightOfString(item, options)) sheet.addPage();
    place(sheet, '\u2022', left + 2, sheet.y, { ...BODY, colour: ACCENT });
    setStyle(sheet, BODY).text(typographic(item), left + 14, sheet.y, options);
    sheet.y += 2.5;
  }
  sheet.x = left;
  sheet.y += 6;
}

function setFigure(sheet: Sheet, figure: Figure): void {
  const { left } = sheet.page.margins;
  const width = textWidth(sheet);
  const height = drawingHeight(figure);
  if (roomLeft(sheet) < height + 54) sheet.addPage();
  sheet.y += 4;
  hairline(sheet, left, left + width, sheet.y);
  drawFigure(sheet, figure, { x: left, y: sheet.y + 8, width });
  sheet.y += height + 16;
  setStyle(sheet, { font: FONTS.italic, size: 9, colour: QUIET }).text(typographic(figure.caption), { lineGap: 2 });
  hairline(sheet, left, left + width, sheet.y + 5);
  sheet.y += 17;
}
