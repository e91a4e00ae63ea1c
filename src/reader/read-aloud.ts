import { type Sentence, sentencesOf } from './spoken-text.ts';
import { markSpoken, markWord, unmarkSpoken } from './spoken-marks.ts';
import { renderedTextLayer } from './text-layers.ts';
import { speak, type VoiceFailure } from './voice.ts';
import type { ViewerParts } from './viewer-parts.ts';

export type ReadAloudState =
  | { readonly state: 'speaking' | 'paused'; readonly page: number }
  /** The last page was read, or no page from here on has text. */
  | { readonly state: 'ended'; readonly hasSpoken: boolean }
  | { readonly state: 'failed'; readonly reason: VoiceFailure };

export interface ReadAloudOptions {
  readonly parts: ViewerParts;
  readonly rate: number;
  readonly onState: (state: ReadAloudState) => void;
}

/** Reads a document aloud, sentence by sentence, from what stands at the top of the window; the pages follow. */
export class ReadAloud {
  readonly #parts: ViewerParts;
  readonly #onState: ReadAloudOptions['onState'];
  readonly #lifetime = new AbortController();
  #language: string | undefined;
  #rate: number;
  #page: number;
  #sentences: readonly Sentence[] = [];
  #index = 0;
  #hasSpoken = false;
  #isPaused = false;
  /** Ends the sentence that is being spoken. */
  #turn = new AbortController();

  constructor({ parts, rate, onState }: ReadAloudOptions) {
    this.#parts = parts;
    this.#rate = rate;
    this.#onState = onState;
    this.#page = parts.viewer.currentPageNumber;
    parts.signal.addEventListener('abort', () => this.stop(), { signal: this.#lifetime.signal });
    void this.#start();
  }

  /** The sentence is said again on going on: browsers can't be relied on to pause within one. */
  pause(): void {
    this.#isPaused = true;
    this.#turn.abort();
    this.#tell();
  }

  goOn(): void {
    this.#isPaused = false;
    void this.#speakFrom(this.#index);
  }

  /** @param by 1: to the next sentence, -1: to the one before; at the ends of a page, to the next page's. */
  skip(by: 1 | -1): void {
    const next = this.#index + by;
    if (next >= 0 && next < this.#sentences.length) void this.#speakFrom(next);
    else void this.#turnPage(by);
  }

  /** @param rate 1 is normal. */
  setRate(rate: number): void {
    this.#rate = rate;
    if (!this.#isPaused) void this.#speakFrom(this.#index);
  }

  /** Ends it for good; nothing is marked any more. */
  stop(): void {
    this.#lifetime.abort();
    this.#turn.abort();
    unmarkSpoken();
  }

  async #start(): Promise<void> {
    const { info } = (await this.#parts.document.getMetadata()) as { info: { readonly Language?: unknown } };
    if (typeof info.Language === 'string' && info.Language !== '') this.#language = info.Language;
    if (!(await this.#load(this.#page))) return this.#turnPage(1);
    const top = this.#parts.container.getBoundingClientRect().top;
    const first = this.#sentences.findIndex(({ range }) => range().getBoundingClientRect().bottom > top);
    await this.#speakFrom(Math.max(0, first));
  }

  async #speakFrom(index: number): Promise<void> {
    this.#turn.abort();
    const turn = new AbortController();
    this.#turn = turn;
    this.#index = index;
    for (const sentence of this.#sentences.slice(index)) {
      if (this.#isEnded(turn)) return;
      this.#show(sentence);
      if (this.#isPaused) return;
      const failure = await this.#say(sentence, turn.signal);
      if (this.#isEnded(turn)) return;
      if (failure) return this.#fail(failure);
      this.#hasSpoken = true;
      this.#index += 1;
    }
    this.#index = Math.max(0, this.#sentences.length - 1);
    await this.#turnPage(1);
  }

  #say({ text, range }: Sentence, signal: AbortSignal): Promise<VoiceFailure | undefined> {
    const onWord = (from: number, to: number): void => markWord(range(from, to));
    return speak({ text, language: this.#language, rate: this.#rate, onWord }, signal);
  }

  /** Goes to the nearest page with text in that direction; stays where it is when there is none before. */
  async #turnPage(by: 1 | -1): Promise<void> {
    const { document } = this.#parts;
    for (let page = this.#page + by; page >= 1 && page <= document.numPages; page += by) {
      await this.#parts.goToPage(page);
      const hasText = await this.#load(page);
      if (this.#lifetime.signal.aborted) return;
      if (hasText) return this.#speakFrom(by === 1 ? 0 : this.#sentences.length - 1);
    }
    if (by === -1) return this.#speakFrom(0);
    this.stop();
    this.#onState({ state: 'ended', hasSpoken: this.#hasSpoken });
  }

  /** @returns whether the page has something to say. */
  async #load(page: number): Promise<boolean> {
    const layer = await renderedTextLayer(this.#parts, page, this.#lifetime.signal);
    if (!layer) return false;
    const sentences = sentencesOf(layer, this.#language);
    if (sentences.length === 0) return false;
    this.#page = page;
    this.#sentences = sentences;
    return true;
  }

  #show({ range }: Sentence): void {
    markSpoken(range(), this.#parts.container);
    this.#tell();
  }

  #tell(): void {
    this.#onState({ state: this.#isPaused ? 'paused' : 'speaking', page: this.#page });
  }

  #fail(reason: VoiceFailure): void {
    this.stop();
    this.#onState({ state: 'failed', reason });
  }

  #isEnded(turn: AbortController): boolean {
    return turn.signal.aborted || this.#lifetime.signal.aborted;
  }
}
