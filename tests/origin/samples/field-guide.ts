import { setImmediate } from 'node:timers/promises';
import { setBlock, setParagraph, typographic } from './blocks.ts';
import type { Chapter } from './chapter.ts';
import { FIRST_CHAPTERS } from './guide-chapters-1.ts';
import { MIDDLE_CHAPTERS } from './guide-chapters-2.ts';
import { GLOSSARY, LAST_CHAPTERS } from './guide-chapters-3.ts';
import { landscape } from './landscape.ts';
import { encodePng } from './png.ts';
import {
  ACCENT,
  BOOK_PAGE,
  bookmark,
  bytesOf,
  FONTS,
  hairline,
  INK,
  newSheet,
  place,
  placeFolio,
  placeLabel,
  QUIET,
  roomLeft,
  setStyle,
  type Sheet,
  textWidth,
} from './typesetting.ts';

const TITLE = 'A Field Guide to Background Transfers';
const CHAPTERS: readonly Chapter[] = [...FIRST_CHAPTERS, ...MIDDLE_CHAPTERS, ...LAST_CHAPTERS];
const COVER_PICTURE_HEIGHT = 400;

/** A place that the contents page names. Pages count from 1. */
interface Place {
  readonly id: string;
  readonly title: string;
  readonly page: number;
}

/** The 40-page guide: nested bookmarks, links inside and out, drawings and pictures. Same bytes in every run. */
export async function makeFieldGuide(): Promise<Buffer> {
  const sheet = newSheet({ title: TITLE, subject: 'How to move large files on the web while nobody is watching' });
  setCover(sheet);
  setForeword(sheet);
  sheet.addPage();
  bookmark(sheet, sheet.outline, 'Contents');
  sheet.addNamedDestination('contents', 'XYZ', null, 0, null);
  const places: Place[] = [];
  for (const [index, chapter] of CHAPTERS.entries()) {
    places.push(setChapter(sheet, chapter, index + 1));
    await setImmediate();
  }
  places.push(setGlossary(sheet));
  setContents(sheet, places);
  setFolios(sheet, places);
  return bytesOf(sheet);
}

function pageCount(sheet: Sheet): number {
  return sheet.bufferedPageRange().count;
}

/** A picture over the full width of the page, `height` points from its top. */
function setPicture(sheet: Sheet, height: number, seed: number): void {
  const { width } = BOOK_PAGE;
  const picture = landscape({ width: width * 1.5, height: height * 1.5, seed, grain: 16 });
  sheet.image(encodePng(picture), 0, 0, { width, height });
}

function setCover(sheet: Sheet): void {
  sheet.addPage();
  bookmark(sheet, sheet.outline, 'Cover');
  setPicture(sheet, COVER_PICTURE_HEIGHT, 7);
  const { left } = sheet.page.margins;
  placeLabel(sheet, 'Longhaul', left, 438, ACCENT);
  setStyle(sheet, { size: 31 }).text('A Field Guide to Background Transfers', left, 456, { lineGap: 1 });
  setStyle(sheet, { font: FONTS.italic, size: 12, colour: QUIET }).text(
    'How to move large files on the web while nobody is watching',
    left,
    sheet.y + 8,
  );
}

function setForeword(sheet: Sheet): void {
  sheet.addPage();
  sheet.y = 330;
  setStyle(sheet, { font: FONTS.bold, size: 12.5 }).text('How to use this guide', { paragraphGap: 5 });
  setParagraph(
    sheet,
    'Each chapter stands on its own and begins with what it is about. Words in colour lead on: to another [chapter](#contents), or out to the [standards](https://www.rfc-editor.org/rfc/rfc9110) themselves. The guide was written as a sample for Longhaul, and everything in it was made by a program: its text was typeset, its drawings computed, and its landscapes grown from a number each.',
  );
  setParagraph(
    sheet,
    'It is set in the fonts that every reader has, so nothing needs to be fetched to show it. If you read this without a network, the guide has done the first half of its work.',
  );
}

function setChapter(sheet: Sheet, chapter: Chapter, number: number): Place {
  sheet.addPage();
  const page = pageCount(sheet);
  const entry = bookmark(sheet, sheet.outline, `${number}  ${chapter.title}`);
  setOpener(sheet, chapter, number);
  sheet.addPage();
  setStyle(sheet, { font: FONTS.italic, size: 14, colour: QUIET });
  sheet.text(typographic(chapter.summary), { lineGap: 4, paragraphGap: 16 });
  for (const block of chapter.blocks) {
    setBlock(sheet, block);
    if (typeof block === 'object' && 'heading' in block) bookmark(sheet, entry, block.heading, sheet.y - 30);
  }
  setWayBack(sheet);
  return { id: chapter.id, title: chapter.title, page };
}

/** A landscape over the whole page, with the chapter's title on its dark foreground. */
function setOpener(sheet: Sheet, { id, title }: Chapter, number: number): void {
  const { left } = sheet.page.margins;
  setPicture(sheet, BOOK_PAGE.height, number * 11);
  sheet.addNamedDestination(id, 'XYZ', null, 0, null);
  const dusk = sheet.linearGradient(0, 380, 0, 560).stop(0, '#000000', 0).stop(1, '#000000', 0.6);
  sheet.rect(0, 380, BOOK_PAGE.width, BOOK_PAGE.height - 380).fill(dusk);
  placeLabel(sheet, `Chapter ${number}`, left, 498, '#f0d9c8');
  setStyle(sheet, { size: 25, colour: '#fff8f0' }).text(typographic(title), left, 514);
}

function setWayBack(sheet: Sheet): void {
  if (roomLeft(sheet) < 24) sheet.addPage();
  sheet.y += 6;
  setStyle(sheet, { font: FONTS.label, size: 8, colour: ACCENT }).text('Back to the contents', { goTo: 'contents' });
}

function setGlossary(sheet: Sheet): Place {
  sheet.addPage();
  const page = pageCount(sheet);
  const { left, top } = sheet.page.margins;
  sheet.addNamedDestination('glossary', 'XYZ', null, 0, null);
  bookmark(sheet, sheet.outline, 'Glossary');
  setStyle(sheet, { size: 23 }).text('Glossary', left, top, { paragraphGap: 12 });
  for (const [term, meaning] of GLOSSARY) {
    setStyle(sheet, { font: FONTS.bold, size: 11 }).text(`${term}  `, { continued: true, lineGap: 2 });
    setStyle(sheet, { size: 11 }).text(meaning, { lineGap: 2, paragraphGap: 5 });
  }
  setWayBack(sheet);
  return { id: 'glossary', title: 'Glossary', page };
}

function setContents(sheet: Sheet, places: readonly Place[]): void {
  sheet.switchToPage(2);
  const { left, top } = sheet.page.margins;
  const right = left + textWidth(sheet);
  place(sheet, 'Contents', left, top, { size: 23 });
  for (const [index, { id, title, page }] of places.entries()) {
    const y = top + 52 + index * 34;
    const chapter = index < CHAPTERS.length ? String(index + 1) : '';
    place(sheet, chapter, left, y, { font: FONTS.label, size: 9, colour: ACCENT });
    place(sheet, typographic(title), left + 20, y - 2, { size: 11.5, colour: INK });
    place(sheet, String(page), right - 30, y, {
      font: FONTS.label,
      size: 9,
      colour: QUIET,
      width: 30,
      align: 'right',
    });
    hairline(sheet, left, right, y + 18);
    sheet.goTo(left, y - 10, right - left, 28, id);
  }
}

/** Cover, foreword, contents and the openers of the chapters carry no page number. */
function setFolios(sheet: Sheet, places: readonly Place[]): void {
  for (let index = 3; index < pageCount(sheet); index++) {
    if (places.some(({ id, page }) => page === index + 1 && id !== 'glossary')) continue;
    sheet.switchToPage(index);
    const running = places.findLast(({ page }) => page <= index + 1)?.title ?? TITLE;
    placeFolio(sheet, index + 1, typographic(running));
  }
}
