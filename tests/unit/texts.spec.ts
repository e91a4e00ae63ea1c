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

/** What is wrong with a translation: the words of each text. */
interface Gaps {
  readonly missing: readonly string[];
  /** Translations of texts that are gone. */
  readonly left: readonly string[];
  /** What is built is not what was translated. */
  readonly stale: readonly string[];
}

function gapsOf(sources: readonly Message[], translated: readonly Message[], { templates }: Texts): Gaps {
  const there = new Set(translated.map(({ name }) => name));
  const wanted = new Set(sources.map(({ name }) => name));
  const isStale = ({ name, contents }: Message): boolean => {
    const built = templates[name];
    const pieces = typeof built === 'string' ? [built] : (built?.strings ?? []);
    return pieces.join('') !== contents.filter((part) => typeof part === 'string').join('');
  };
  return {
    missing: sources.filter(({ name }) => !there.has(name)).map(wordsOf),
    left: translated.filter(({ name }) => !wanted.has(name)).map(wordsOf),
    stale: translated.filter(isStale).map(wordsOf),
  };
}

test('every text is there in every language, none is left over, and what is built is what was translated', async () => {
  test.slow(); // It reads the whole source.
  const { sources, translations } = readTexts();
  expect(sources.length).toBeGreaterThan(0);
  for (const language of LANGUAGES.filter((each) => each !== 'en')) {
    const built = (await import(`../../src/language/locales/${language}.ts`)) as Texts;
    const { missing, left, stale } = gapsOf(sources, translations.get(language) ?? [], built);
    expect(missing, `Texts without a translation in ${language}.xlf; “npm run texts” adds them there`).toEqual([]);
    expect(left, `Translations in ${language}.xlf of texts that are gone`).toEqual([]);
    expect(stale, `locales/${language}.ts is older than ${language}.xlf: “npm run texts”`).toEqual([]);
  }
});

test('what a language lacks is named by its words, and so is what is left over or was not built', () => {
  const text = (name: string, words: string): Message => ({ name, contents: [words] });
  const sources = [text('a', 'Library'), text('b', 'Transfers')];
  const translated = [text('b', 'Virements'), text('c', 'Ancien')];
  const gaps = gapsOf(sources, translated, { templates: { b: 'Transferts', c: 'Ancien' } });
  expect(gaps).toEqual({ missing: ['Library'], left: ['Ancien'], stale: ['Virements'] });
});
