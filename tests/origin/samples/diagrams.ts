import type { Drawing, Figure, Message } from './chapter.ts';
import { ACCENT, FONTS, hairline, INK, place, QUIET, RULE, type Sheet, TINT } from './typesetting.ts';

/** Where a drawing goes: left and top edge and width, in points. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const LABEL = { font: FONTS.label, size: 7.5, colour: INK } as const;
const LABEL_COLUMN = 74;
const ROW = 19;

/** Height of the drawing alone, in points. */
export function drawingHeight(drawing: Drawing): number {
  if (drawing.draw === 'boxes') return 44;
  if (drawing.draw === 'exchange') return 30 + drawing.messages.length * 24;
  return drawing.rows.length * ROW + 6;
}

export function drawFigure(sheet: Sheet, figure: Figure, frame: Frame): void {
  switch (figure.draw) {
    case 'boxes':
      return drawBoxes(sheet, figure.labels, frame);
    case 'bars':
      return drawBars(sheet, figure, frame);
    case 'segments':
      return drawSegments(sheet, figure.rows, frame);
    case 'timeline':
      return drawTimeline(sheet, figure.rows, frame);
    case 'exchange':
      return drawExchange(sheet, figure.parties, figure.messages, frame);
    default:
      return figure satisfies never;
  }
}

function drawBoxes(sheet: Sheet, labels: readonly string[], { x, y, width }: Frame): void {
  const gap = 18;
  const boxWidth = (width - gap * (labels.length - 1)) / labels.length;
  for (const [index, label] of labels.entries()) {
    const left = x + index * (boxWidth + gap);
    const last = index === labels.length - 1;
    sheet
      .roundedRect(left, y + 6, boxWidth, 32, 3)
      .lineWidth(0.8)
      .fillAndStroke(last ? TINT : '#ffffff', last ? ACCENT : QUIET);
    place(sheet, label, left, y + 18.5, { ...LABEL, size: 7, width: boxWidth, align: 'center' });
    if (!last) arrow(sheet, left + boxWidth + 2, left + boxWidth + gap - 2, y + 22, ACCENT);
  }
}

function drawBars(sheet: Sheet, { rows, unit }: Extract<Drawing, { draw: 'bars' }>, { x, y, width }: Frame): void {
  const room = width - LABEL_COLUMN - 44;
  const largest = Math.max(...rows.map(([, value]) => value));
  for (const [index, [label, value]] of rows.entries()) {
    const top = y + index * ROW + 4;
    const length = Math.max(1.5, (value / largest) * room);
    place(sheet, label, x, top + 2, LABEL);
    sheet.rect(x + LABEL_COLUMN, top, length, 11).fill(index === rows.length - 1 ? ACCENT : '#cf9a7c');
    place(sheet, `${value} ${unit}`, x + LABEL_COLUMN + length + 5, top + 2, { ...LABEL, colour: QUIET });
  }
}

function drawSegments(
  sheet: Sheet,
  rows: Extract<Drawing, { draw: 'segments' }>['rows'],
  { x, y, width }: Frame,
): void {
  const room = width - LABEL_COLUMN;
  for (const [row, [label, stored, count]] of rows.entries()) {
    const top = y + row * ROW + 4;
    place(sheet, label, x, top + 2, LABEL);
    for (let index = 0; index < count; index++) {
      const left = x + LABEL_COLUMN + (index * room) / count;
      const colour = stored.includes(index) ? ACCENT : TINT;
      sheet
        .rect(left, top, room / count - 1.5, 11)
        .lineWidth(0.5)
        .fillAndStroke(colour, stored.includes(index) ? ACCENT : RULE);
    }
  }
}

function drawTimeline(
  sheet: Sheet,
  rows: Extract<Drawing, { draw: 'timeline' }>['rows'],
  { x, y, width }: Frame,
): void {
  const room = width - LABEL_COLUMN;
  for (const [index, [label, from, to]] of rows.entries()) {
    const top = y + index * ROW + 4;
    const left = x + LABEL_COLUMN;
    place(sheet, label, x, top + 2, LABEL);
    hairline(sheet, left, left + room, top + 5.5);
    sheet.roundedRect(left + from * room, top + 1, (to - from) * room, 9, 4.5).fill(index === 0 ? QUIET : ACCENT);
  }
}

function drawExchange(
  sheet: Sheet,
  parties: readonly [string, string],
  messages: readonly Message[],
  { x, y, width }: Frame,
): void {
  const left = x + 34;
  const right = x + width - 34;
  const bottom = y + 22 + messages.length * 24;
  for (const [index, middle] of [left, right].entries()) {
    const label = { ...LABEL, font: FONTS.strongLabel, width: 68, align: 'center' } as const;
    place(sheet, parties[index] ?? '', middle - 34, y + 4, label);
    sheet
      .moveTo(middle, y + 16)
      .lineTo(middle, bottom)
      .lineWidth(0.6)
      .strokeColor(QUIET)
      .stroke();
  }
  for (const [index, [direction, text]] of messages.entries()) {
    const level = y + 38 + index * 24;
    const colour = direction === 'right' ? QUIET : ACCENT;
    if (direction === 'right') arrow(sheet, left + 3, right - 3, level, colour);
    else arrow(sheet, right - 3, left + 3, level, colour);
    place(sheet, text, left, level - 10.5, {
      font: FONTS.code,
      size: 7,
      width: right - left,
      align: 'center',
    });
  }
}

/** A level arrow with its point at `to`. */
function arrow(sheet: Sheet, from: number, to: number, y: number, colour: string): void {
  const back = to > from ? -4 : 4;
  sheet.moveTo(from, y).lineTo(to, y).lineWidth(0.8).strokeColor(colour).stroke();
  sheet.polygon([to, y], [to + back, y - 2.4], [to + back, y + 2.4]).fill(colour);
}
