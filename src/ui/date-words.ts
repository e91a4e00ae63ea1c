/** So far ahead a weekday alone is clear, in ms. */
const ALMOST_A_WEEK = 6 * 24 * 60 * 60_000;

/**
 * A time to come: `at 14:00`, `Monday 14:00`, `12 March 14:00`, `12 March 2030 14:00`.
 *
 * @param date ms since the epoch, as `now`.
 */
export function dateWords(date: number, now: number): string {
  const time = format({ timeStyle: 'short' }, date);
  const isSame = (options: Intl.DateTimeFormatOptions): boolean => format(options, date) === format(options, now);
  if (isSame({ dateStyle: 'short' })) return `at ${time}`;
  if (date - now < ALMOST_A_WEEK) return `${format({ weekday: 'long' }, date)} ${time}`;
  const day = format({ day: 'numeric', month: 'long' }, date);
  return isSame({ year: 'numeric' }) ? `${day} ${time}` : `${day} ${format({ year: 'numeric' }, date)} ${time}`;
}

function format(options: Intl.DateTimeFormatOptions, date: number): string {
  return new Intl.DateTimeFormat('en-GB', options).format(date);
}
