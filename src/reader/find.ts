import type { FindCommand } from './commands.ts';
import { looseFind } from './find-options.ts';
import { FindState, PDFFindController, type EventBus, type PDFLinkService } from './pdfjs.ts';
import type { FindResult } from './reader-state.ts';
import { listen } from './viewer-events.ts';

/** Ms without a key after which the search begins: a person who types hits the next one sooner. */
const delay = 100;

/** Search in the open document: pdf.js finds and highlights, this keeps what was asked and what came of it. */
export class DocumentFind {
  readonly controller: PDFFindController;
  readonly #eventBus: EventBus;
  readonly #onChange: () => void;
  #query = '';
  #words: readonly string[] | undefined;
  #options = looseFind;
  #result: FindResult = { state: 'idle' };

  constructor(eventBus: EventBus, linkService: PDFLinkService, onChange: () => void, signal: AbortSignal) {
    this.controller = new PDFFindController({ eventBus, linkService, delay });
    this.#eventBus = eventBus;
    this.#onChange = onChange;
    listen(eventBus, 'updatefindmatchescount', ({ matchesCount }) => this.#count(matchesCount), signal);
    listen(eventBus, 'updatefindcontrolstate', (event) => this.#follow(event.state, event.matchesCount), signal);
  }

  get result(): FindResult {
    return this.#result;
  }

  /** Searches as the person types; the empty query ends the search. Without options those of before stand. */
  search({ query, options = this.#options, words }: Omit<FindCommand, 'command'>): void {
    this.#query = query;
    this.#options = options;
    this.#words = words;
    if (query !== '') return this.#ask('', false);
    this.#eventBus.dispatch('findbarclose', { source: this });
    this.#show({ state: 'idle' });
  }

  next(): void {
    if (this.#query !== '') this.#ask('again', false);
  }

  previous(): void {
    if (this.#query !== '') this.#ask('again', true);
  }

  #ask(type: '' | 'again', findPrevious: boolean): void {
    this.#eventBus.dispatch('find', {
      source: this,
      type,
      query: this.#words ?? this.#query,
      ...this.#options,
      highlightAll: true,
      findPrevious,
    });
  }

  #follow(state: number, matchesCount: { readonly current: number; readonly total: number }): void {
    if (this.#query === '') return;
    if (state === FindState.PENDING) this.#show({ state: 'searching' });
    else if (state === FindState.NOT_FOUND) this.#show({ state: 'missing' });
    else this.#count(matchesCount);
  }

  #count({ current, total }: { readonly current: number; readonly total: number }): void {
    if (this.#query !== '' && total > 0) this.#show({ state: 'found', current, total });
  }

  #show(result: FindResult): void {
    this.#result = result;
    this.#onChange();
  }
}
