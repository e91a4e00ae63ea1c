const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size as people read it, in decimal units as browsers show them: `60 MB`, `1.4 MB`, `812 kB`. */
export function formatBytes(bytes: number, locale: string = 'en'): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  const digits = power < 2 || amount >= 100 ? 0 : 1;
  return formatFor(locale, power, digits).format(amount);
}

/** Making one costs a hundred times what using it does, and a library says a size in each line. */
const formats = new Map<string, Intl.NumberFormat>();

function formatFor(locale: string, power: number, digits: number): Intl.NumberFormat {
  const key = `${locale} ${power} ${digits}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: UNITS[power] ?? 'byte',
      unitDisplay: power === 0 ? 'long' : 'short',
      maximumFractionDigits: digits,
    });
  formats.set(key, format);
  return format;
}
