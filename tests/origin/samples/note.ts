import { setBlock, setParagraph } from './blocks.ts';
import { NOTE, NOTE_TITLE } from './note-text.ts';
import {
  ACCENT,
  bytesOf,
  FONTS,
  hairline,
  newSheet,
  place,
  placeLabel,
  QUIET,
  setStyle,
  type Sheet,
  textWidth,
} from './typesetting.ts';

const A4 = [595, 842] as const;

/** The two-page note: what Longhaul does, and why a download should survive its tab. Same bytes in every run. */
export async function makeNote(): Promise<Buffer> {
  const sheet = newSheet({ title: NOTE_TITLE, subject: 'Why a download should survive its tab', size: A4, margin: 92 });
  sheet.on('pageAdded', () => placeFoot(sheet));
  sheet.addPage();
  const { left } = sheet.page.margins;
  placeLabel(sheet, 'Longhaul', left, 84, ACCENT);
  setStyle(sheet, { size: 30 }).text(NOTE_TITLE, left, 102);
  setStyle(sheet, { font: FONTS.italic, size: 13, colour: QUIET });
  sheet.text('Why a download should survive its tab', { paragraphGap: 22 });
  for (const block of NOTE) {
    if (typeof block === 'string') setParagraph(sheet, block);
    else setBlock(sheet, block);
  }
  return bytesOf(sheet);
}

function placeFoot(sheet: Sheet): void {
  const { left } = sheet.page.margins;
  const page = sheet.bufferedPageRange().count;
  hairline(sheet, left, left + textWidth(sheet), 776);
  place(sheet, NOTE_TITLE, left, 786, { font: FONTS.label, size: 8, colour: QUIET });
  const number = { font: FONTS.label, size: 8, colour: ACCENT, width: 60, align: 'right' } as const;
  place(sheet, `${page} of 2`, left + textWidth(sheet) - 60, 786, number);
}
