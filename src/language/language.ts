import { type LocaleModule, configureLocalization } from '@lit/localize';
import { allLocales, sourceLocale, targetLocales } from './locale-codes.ts';

export type Language = (typeof allLocales)[number];

export const LANGUAGES: readonly Language[] = allLocales;

/** The translated texts of a language, a file of `locales/`. */
export type Texts = LocaleModule;

/** Brings the texts of a language that isn't the source's. */
type LoadTexts = (language: Language) => Promise<Texts>;

// The library tells of a change by an event on `window`, which a worker has by another name.
if (!('window' in globalThis)) Object.assign(globalThis, { window: globalThis });

/** Scripts, as of CLDR, that are written from right to left and that a browser has fonts for. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm']);

let loadTexts: LoadTexts | undefined;
const { getLocale, setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: (locale) => loadTexts?.(locale as Language) ?? Promise.reject(new Error(`No texts of ${locale}`)),
});

/**
 * The language to speak.
 *
 * @param chosen by the person, if they did.
 * @param preferred what the browser asks servers for, best first, as `navigator.languages`.
 */
export function chooseLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const wanted = [...(chosen === null ? [] : [chosen]), ...preferred].map((tag) => tag.split('-')[0]);
  return wanted.map((code) => LANGUAGES.find((each) => each === code)).find((found) => found !== undefined) ?? 'en';
}

/** From then on `msg()` speaks it. Rejects, and nothing changes, where its texts can't be had. */
export async function speak(language: Language, load: LoadTexts): Promise<void> {
  loadTexts = load;
  await setLocale(language);
}

export function spokenLanguage(): Language {
  return getLocale() as Language;
}

/** For `Intl`. English writes dates as 3 May 2026, wherever it is spoken. */
export function spokenLocale(): string {
  const language = spokenLanguage();
  return language === 'en' ? 'en-GB' : language;
}

export function isRightToLeft(language: Language): boolean {
  return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '');
}

/** As its speakers call it: `Deutsch`. */
export function nameOfLanguage(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
