import { type Texts, chooseLanguage, speak } from '../src/language/language.ts';
import { readSettings } from '../src/store/settings.ts';

/** A service worker can't import anything later. */
const LOCALES = import.meta.glob<Texts>('../src/language/locales/*.ts', { eager: true });

/** Speaks the language that the last window spoke. */
export async function speakAsWindows(): Promise<void> {
  const { language } = await readSettings();
  await speak(chooseLanguage(language, []), async (code) => textsOf(code));
}

function textsOf(language: string): Texts {
  const texts = LOCALES[`../src/language/locales/${language}.ts`];
  if (!texts) throw new Error(`There are no texts of ${language}.`);
  return texts;
}
