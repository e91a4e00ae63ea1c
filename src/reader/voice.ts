/** Why nothing can be heard. */
export type VoiceFailure = 'no-voice' | 'not-allowed' | 'failed';

interface Utterance {
  readonly text: string;
  /** BCP 47; `undefined`: the browser's own language. */
  readonly language: string | undefined;
  /** 1 is normal; 0.1 to 10. */
  readonly rate: number;
  /** A word begins: its place in `text`. */
  readonly onWord: (from: number, to: number) => void;
}

/** So long a browser may say nothing of an utterance, in ms: without a voice some never answer. */
const LONGEST_SILENCE = 8_000;

/**
 * Speaks one text; whatever was being spoken ends.
 *
 * @param signal ends it.
 * @returns when it was spoken to its end, or ended; with a reason when nothing can be heard.
 * @see https://wicg.github.io/speech-api/
 */
export async function speak(utterance: Utterance, signal: AbortSignal): Promise<VoiceFailure | undefined> {
  if (signal.aborted) return undefined;
  speechSynthesis.cancel();
  const spoken = new SpeechSynthesisUtterance(utterance.text);
  spoken.rate = utterance.rate;
  if (utterance.language !== undefined) spoken.lang = utterance.language;
  spoken.addEventListener('boundary', ({ name, charIndex, charLength }) => {
    if (name === 'word') utterance.onWord(charIndex, charIndex + charLength);
  });
  const { promise, resolve } = Promise.withResolvers<VoiceFailure | undefined>();
  const silence = setTimeout(() => resolve('no-voice'), LONGEST_SILENCE);
  spoken.addEventListener('start', () => clearTimeout(silence));
  spoken.addEventListener('end', () => resolve(undefined));
  spoken.addEventListener('error', ({ error }) => resolve(failureOf(error)));
  signal.addEventListener('abort', () => (speechSynthesis.cancel(), resolve(undefined)), { once: true });
  speechSynthesis.speak(spoken);
  return promise.finally(() => clearTimeout(silence));
}

function failureOf(error: SpeechSynthesisErrorCode): VoiceFailure | undefined {
  if (error === 'canceled' || error === 'interrupted') return undefined;
  if (error === 'not-allowed') return 'not-allowed';
  return /unavailable/u.test(error) ? 'no-voice' : 'failed';
}
