import type { Page } from 'playwright/test';

/** What the page was asked to say, in order. */
export interface Said {
  readonly text: string;
  readonly rate: number;
  readonly lang: string;
}

/** Machines that test have no voice: this one speaks at once, and stops before each sentence until it may go on. */
export interface FakeVoice {
  said: () => Promise<readonly Said[]>;
  /** Lets it say the current sentence to its end. */
  finishSentence: () => Promise<void>;
  /** The current sentence comes to a word. */
  reachWord: (from: number, length: number) => Promise<void>;
}

interface VoiceRecord {
  said: Said[];
  current: SpeechSynthesisUtterance | undefined;
}

declare global {
  var fakeVoice: VoiceRecord;
}

/** Puts a voice into every document of this page from now on. */
export async function giveVoice(page: Page): Promise<FakeVoice> {
  await page.addInitScript(putVoice);
  return {
    said: () => page.evaluate(() => globalThis.fakeVoice.said),
    finishSentence: () => page.evaluate(() => void globalThis.fakeVoice.current?.dispatchEvent(new Event('end'))),
    reachWord: (charIndex, charLength) =>
      page.evaluate(
        (place) => {
          const event = Object.assign(new Event('boundary'), { name: 'word', ...place });
          globalThis.fakeVoice.current?.dispatchEvent(event);
        },
        { charIndex, charLength },
      ),
  };
}

function putVoice(): void {
  const record: VoiceRecord = { said: [], current: undefined };
  globalThis.fakeVoice = record;
  speechSynthesis.speak = (utterance) => {
    record.said.push({ text: utterance.text, rate: utterance.rate, lang: utterance.lang });
    record.current = utterance;
    utterance.dispatchEvent(new Event('start'));
  };
  speechSynthesis.cancel = () => {
    const { current } = record;
    record.current = undefined;
    current?.dispatchEvent(Object.assign(new Event('error'), { error: 'canceled' }));
  };
}
