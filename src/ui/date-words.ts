import { fillIn } from '../language/fill-in.ts';
import { formatDate } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';

/** So far ahead a weekday alone is clear, in ms. */
const ALMOST_A_WEEK = 6 * 24 * 60 * 60_000;

/**
 * A time to come: `at 14:00`, `Monday 14:00`, `12 March 14:00`, `12 March 2030 14:00`.
 *
 * @param date ms since the epoch, as `now`.
 */
export function dateWords(date: number, now: number): string {
  const time = formatDate(date, { timeStyle: 'short' });
  const isSame = (options: Intl.DateTimeFormatOptions): boolean =>
    formatDate(date, options) === formatDate(now, options);
  if (isSame({ dateStyle: 'short' })) return msg(str`at ${time}`);
  if (date - now < ALMOST_A_WEEK) return dayAndTime(formatDate(date, { weekday: 'long' }), time);
  const year = isSame({ year: 'numeric' }) ? {} : ({ year: 'numeric' } as const);
  return dayAndTime(formatDate(date, { day: 'numeric', month: 'long', ...year }), time);
}

function dayAndTime(day: string, time: string): string {
  return fillIn(msg('{day} {time}', { desc: 'Monday 14:00, or 12 March 14:00' }), { day, time }).join('');
}
