import { msg } from '../language/msg.ts';

/** `ReaderPosition.scale` → what people read. */
export const scales: readonly (readonly [scale: string, name: () => string])[] = [
  ['auto', () => msg('Automatic')],
  ['page-width', () => msg('Page width')],
  ['page-fit', () => msg('Page fit')],
  ['page-actual', () => msg('Actual size')],
  ['0.5', () => '50 %'],
  ['0.75', () => '75 %'],
  ['1', () => '100 %'],
  ['1.25', () => '125 %'],
  ['1.5', () => '150 %'],
  ['2', () => '200 %'],
  ['4', () => '400 %'],
];

/** Percent; what pdf.js draws at all. */
export const scaleBounds = { least: 10, most: 2500 } as const;

/** What was typed, such as `137`, `137 %`, `1,5 %` or `page width`, as a `ReaderPosition.scale`; `undefined` if it is none. */
export function parseScale(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const named = scales.find(([, name]) => name().toLowerCase() === text);
  if (named) return named[0];
  const number = /^(\d+(?:[.,]\d+)?)\s*%?$/u.exec(text)?.[1];
  if (number === undefined) return undefined;
  const percent = Number(number.replace(',', '.'));
  if (percent < scaleBounds.least || percent > scaleBounds.most) return undefined;
  return String(Math.round(percent * 100) / 10_000);
}

/** What the Zoom box shows: a choice by its name, else the percentage. */
export function describeScale(scaleName: string, scale: number): string {
  const named = scales.find(([value]) => value === scaleName)?.[1];
  return named?.() ?? `${Math.round(scale * 100)} %`;
}

/** Whether pdf.js can show it; what is in storage may be from another version. */
export function isScale(scale: string | undefined): scale is string {
  return scale !== undefined && (/^(auto|page-(width|fit|actual|height))$/.test(scale) || Number(scale) > 0);
}
