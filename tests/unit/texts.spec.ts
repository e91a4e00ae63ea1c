import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import type { Message } from '@lit/localize-tools/lib/messages.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import type { RuntimeOutputConfig } from '@lit/localize-tools/lib/types/modes.js';
import type { Config } from '@lit/localize-tools/lib/types/config.js';
import { type Texts, LANGUAGES } from '../../src/language/language.ts';
import { expect, test } from '../support/fixtures.ts';

type RuntimeConfig = Config & { readonly output: RuntimeOutputConfig };

/** What the sources say, and what each translation has for it. */
function readTexts(): { readonly sources: readonly Message[]; readonly translations: ReadonlyMap<string, Message[]> } {
  const config = readConfigFileAndWriteSchema('src/language/lit-localize.json') as RuntimeConfig;
  const localizer = new RuntimeLitLocalizer(config);
  const { messages, errors } = localizer.extractSourceMessages();
  expect(errors.map(({ messageText }) => messageText)).toEqual([]);
  expect(localizer.validateTranslations().errors, 'A translation has other placeholders than its source').toEqual([]);
  return { sources: messages, translations: localizer.readTranslationsSync().translations };
}

function wordsOf({ contents }: Message): string {
  return contents.map((part) => (typeof part === 'string' ? part : part.untranslatable)).join('');
}

test('every text is there in every language, none is left over, and what is built is what was translated', async () => {
  test.slow(); // It reads the whole source.
  const { sources, translations } = readTexts();
  expect(sources.length).toBeGreaterThan(0);
  for (const language of LANGUAGES.filter((each) => each !== 'en')) {
    const translated = new Map((translations.get(language) ?? []).map((message) => [message.name, message]));
    const missing = sources.filter(({ name }) => !translated.has(name)).map(wordsOf);
    expect(missing, `Texts without a translation in ${language}.xlf; “npm run texts” adds them there`).toEqual([]);
    const names = new Set(sources.map(({ name }) => name));
    const left = [...translated.values()].filter(({ name }) => !names.has(name)).map(wordsOf);
    expect(left, `Translations in ${language}.xlf of texts that are gone`).toEqual([]);
    const { templates } = (await import(`../../src/language/locales/${language}.ts`)) as Texts;
    const stale = [...translated.values()].filter(({ name, contents }) => {
      const built = templates[name];
      const pieces = typeof built === 'string' ? [built] : (built?.strings ?? []);
      return pieces.join('') !== contents.filter((part) => typeof part === 'string').join('');
    });
    expect(stale.map(wordsOf), `locales/${language}.ts is older than ${language}.xlf: “npm run texts”`).toEqual([]);
  }
});
