import { formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';

/** A step through those that wait. */
export type QueueMove = 'move-up' | 'move-down' | 'move-to-end';

/**
 * Where a step leads from a place.
 *
 * @param count of all that wait, itself among them.
 * @returns a place from 0; the same one at either end.
 */
export function placeAfter(move: QueueMove, place: number, count: number): number {
  switch (move) {
    case 'move-up':
      return Math.max(0, place - 1);
    case 'move-down':
      return Math.min(count - 1, place + 1);
    case 'move-to-end':
      return count - 1;
    default:
      return move satisfies never;
  }
}

/** What is said of a transfer that was moved, or that can't go further. */
export function placeWords(name: string, from: number, to: number, count: number): string {
  if (from !== to) return msg(str`${name} is now number ${formatNumber(to + 1)} of ${formatNumber(count)} waiting.`);
  if (to === 0) return msg(str`${name} is already the first of ${formatNumber(count)} waiting.`);
  if (to === count - 1) return msg(str`${name} is already the last of ${formatNumber(count)} waiting.`);
  return msg(str`${name} stays number ${formatNumber(to + 1)} of ${formatNumber(count)} waiting.`);
}
