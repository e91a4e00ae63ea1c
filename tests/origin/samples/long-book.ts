import { setImmediate } from 'node:timers/promises';
import { typographic } from './blocks.ts';
import { type Journey, journey, type LogEntry } from './journey.ts';
import { landscape } from './landscape.ts';
import { padPdf } from './pad-pdf.ts';
import { rawImage } from './raw-image.ts';
import {
  ACCENT,
  BOOK_PAGE,
  bookmark,
  bytesOf,
  FONTS,
  hairline,
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

const TITLE = 'The Long Book';
const JOURNEYS = 48;
const TEXT_PAGES = 6;
const PAGES_A_JOURNEY = TEXT_PAGES + 1;
/** Cover, and two pages of contents. */
const FRONT_PAGES = 3;
const ENTRIES_A_CONTENTS_PAGE = JOURNEYS / 2;
/** In the shape of the page. A byte a pixel, uncompressed: the plates make the weight of the book. */
const PLATE = { width: 894, height: 1341, grain: 34 } as const;

export const LONG_BOOK_PAGES = FRONT_PAGES + JOURNEYS * PAGES_A_JOURNEY + 1;
export const LONG_BOOK_BYTES = 60_000_000;

/**
 * The 60-MB book: 48 journeys, a full-page plate to each. Exactly `LONG_BOOK_BYTES` bytes, the same in every run.
 * Takes a few seconds and lets the event loop turn after every journey.
 */
export async function makeLongBook(): Promise<Uint8Array> {
  const subject = 'The logs of forty-eight journeys, with a plate to each';
  const sheet = newSheet({ title: TITLE, subject, compress: false });
  const journeys = Array.from({ length: JOURNEYS }, (_, index) => journey(index));
  setCover(sheet, subject);
  setContents(sheet, journeys);
  for (const [index, one] of journeys.entries()) {
    setPlate(sheet, one, index);
    await setImmediate();
    setLog(sheet, one, index);
    // Finished pages leave memory here, and need not be written all at once at the end.
    sheet.flushPages();
    await setImmediate();
  }
  setColophon(sheet);
  return padPdf(await bytesOf(sheet), LONG_BOOK_BYTES);
}

function setCover(sheet: Sheet, subject: string): void {
  sheet.addPage();
  const { width, height, margins } = sheet.page;
  sheet.rect(0, 0, width, height).fill(ACCENT);
  sheet
    .rect(20, 20, width - 40, height - 40)
    .lineWidth(0.8)
    .strokeColor('#f0d9c8')
    .stroke();
  placeLabel(sheet, 'Longhaul', margins.left, 214, '#f0d9c8');
  place(sheet, TITLE, margins.left, 232, { size: 46, colour: '#fff8f0' });
  place(sheet, subject, margins.left, 292, { font: FONTS.italic, size: 13, colour: '#f0d9c8' });
  bookmark(sheet, sheet.outline, 'Cover');
}

function setContents(sheet: Sheet, journeys: readonly Journey[]): void {
  for (let first = 0; first < journeys.length; first += ENTRIES_A_CONTENTS_PAGE) {
    sheet.addPage();
    if (first === 0) bookmark(sheet, sheet.outline, 'The journeys');
    const { left, top } = sheet.page.margins;
    if (first === 0) place(sheet, 'The journeys', left, top - 8, { size: 23 });
    for (let index = first; index < first + ENTRIES_A_CONTENTS_PAGE; index++) {
      setContentsLine(sheet, journeys[index]?.title ?? '', index, top + 40 + (index - first) * 20);
    }
  }
}

function setContentsLine(sheet: Sheet, title: string, index: number, y: number): void {
  const { left } = sheet.page.margins;
  const right = left + textWidth(sheet);
  const label = { font: FONTS.label, size: 8 };
  place(sheet, String(index + 1), left, y + 1, { ...label, colour: ACCENT });
  place(sheet, title, left + 24, y - 1.5, { size: 10.5 });
  place(sheet, String(firstPage(index)), right - 30, y + 1, { ...label, colour: QUIET, width: 30, align: 'right' });
  hairline(sheet, left, right, y + 12.5);
  sheet.goTo(left, y - 4, right - left, 17, `journey-${index + 1}`);
}

/** Page number of the plate that opens a journey, from 1. */
function firstPage(index: number): number {
  return FRONT_PAGES + index * PAGES_A_JOURNEY + 1;
}

function setPlate(sheet: Sheet, { title }: Journey, index: number): void {
  sheet.addPage();
  sheet.addNamedDestination(`journey-${index + 1}`, 'Fit');
  bookmark(sheet, sheet.outline, `${index + 1}  ${title}`);
  const plate = rawImage(sheet, landscape({ ...PLATE, seed: index + 100 }), `Plate${index + 1}`);
  sheet.image(plate, 0, 0, { width: BOOK_PAGE.width, height: BOOK_PAGE.height });
}

/** As many pages as a journey has, each with as many whole days as it holds. */
function setLog(sheet: Sheet, one: Journey, index: number): void {
  let day = one.days.next().value;
  for (let number = 1; number <= TEXT_PAGES; number++) {
    sheet.addPage();
    if (number === 1) setJourneyHead(sheet, one, index);
    for (; dayFits(sheet, day); day = one.days.next().value) setDay(sheet, day);
    placeFolio(sheet, firstPage(index) + number, `${TITLE}  \u00b7  ${one.title}`);
  }
}

function setJourneyHead(sheet: Sheet, { title, summary }: Journey, index: number): void {
  const { left, top } = sheet.page.margins;
  placeLabel(sheet, `Journey ${index + 1}`, left, top, ACCENT);
  setStyle(sheet, { size: 23 }).text(title, left, top + 16);
  setStyle(sheet, { font: FONTS.italic, size: 12, colour: QUIET }).text(summary, { paragraphGap: 16 });
}

const DAY_TEXT = { lineGap: 3.6, paragraphGap: 11 } as const;

function dayFits(sheet: Sheet, { text }: LogEntry): boolean {
  return setStyle(sheet, {}).heightOfString(typographic(text), DAY_TEXT) + 14 < roomLeft(sheet);
}

function setDay(sheet: Sheet, { heading, text }: LogEntry): void {
  setStyle(sheet, { font: FONTS.strongLabel, size: 8, colour: ACCENT }).text(heading, { paragraphGap: 4 });
  setStyle(sheet, {}).text(typographic(text), DAY_TEXT);
}

function setColophon(sheet: Sheet): void {
  sheet.addPage();
  bookmark(sheet, sheet.outline, 'Colophon');
  sheet.y = 420;
  setStyle(sheet, { font: FONTS.italic, size: 11, colour: QUIET }).text(
    'None of these places can be reached. The logs were put together by a program from a few hundred sentences, and the plates were grown from a number each, so that Longhaul has something heavy of its own to carry.',
    { lineGap: 4 },
  );
}
