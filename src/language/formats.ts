import { spokenLocale } from './language.ts';

/** Making a format costs a hundred times what using it does. */
const made = new Map<string, unknown>();

function keep<T>(kind: string, options: object, make: (locale: string) => T): T {
  const locale = spokenLocale();
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, make(locale));
  return made.get(key) as T;
}

/** As the spoken language writes it: `1,200`, `1.200`. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return keep('number', options, (locale) => new Intl.NumberFormat(locale, options)).format(value);
}

/** @param time ms since the epoch. */
export function formatDate(time: number, options: Intl.DateTimeFormatOptions): string {
  return keep('date', options, (locale) => new Intl.DateTimeFormat(locale, options)).format(time);
}

/**
 * The words that go with a count. `one` is for exactly one: languages whose rule of that name takes more, such as 0 or 21,
 * would say "1 page" of those.
 */
export function counted(
  count: number,
  words: Readonly<Partial<Record<Intl.LDMLPluralRule, () => string>>> & { readonly other: () => string },
): string {
  const rule = keep('plural', {}, (locale) => new Intl.PluralRules(locale)).select(count);
  const says = rule === 'one' && count !== 1 ? undefined : words[rule];
  return (says ?? words.other)();
}
