import { msg } from '../language/msg.ts';

const millimetresPerPoint = 25.4 / 72;

/** Upright, in mm: ISO 216 and what ANSI and America's printers use. */
const formats: readonly (readonly [name: string, width: number, height: number])[] = [
  ['A0', 841, 1189],
  ['A1', 594, 841],
  ['A2', 420, 594],
  ['A3', 297, 420],
  ['A4', 210, 297],
  ['A5', 148, 210],
  ['A6', 105, 148],
  ['B4', 250, 353],
  ['B5', 176, 250],
  ['Letter', 215.9, 279.4],
  ['Legal', 215.9, 355.6],
  ['Tabloid', 279.4, 431.8],
];

/** Programs round to whole points, and some to whole mm. */
const tolerance = 1;

/**
 * A page's size as people know it: `210 × 297 mm (A4, portrait)`.
 *
 * @param width in points, as the page is seen; so is `height`.
 */
export function pageFormat(width: number, height: number): string {
  const across = width * millimetresPerPoint;
  const up = height * millimetresPerPoint;
  const [short, long] = across < up ? [across, up] : [up, across];
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= tolerance;
  const name = formats.find((format) => isNear(format[1], short) && isNear(format[2], long))?.[0];
  const shape = isNear(across, up) ? msg('square') : across < up ? msg('portrait') : msg('landscape');
  return `${Math.round(across)} × ${Math.round(up)} mm (${name === undefined ? '' : `${name}, `}${shape})`;
}
