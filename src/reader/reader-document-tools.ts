import { counted } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReaderCommand } from './commands.ts';
import { copyAllText } from './copy-all-text.ts';
import { ReaderSaveEvent, ReaderShareEvent } from './document-events.ts';
import { listenForCopyOfAll, selectAllText } from './select-all-text.ts';
import './reader-print.ts';
import './reader-properties.ts';
import type { ViewerParts } from './viewer-parts.ts';
import './reader-document-tools.css';

/** What is on the screen beside the pages, at most one at a time. */
type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'properties' }
  | { readonly kind: 'print' }
  | { readonly kind: 'copying'; readonly page: number; readonly cancel: () => void }
  | { readonly kind: 'notice'; readonly words: () => string };

/**
 * Does what concerns the document as a whole: its properties, printing, copying all text, saving and sharing.
 *
 * @fires {ReaderSaveEvent} readersave
 * @fires {ReaderShareEvent} readershare
 */
@customElement('reader-document-tools')
export class ReaderDocumentTools extends LitElement {
  @property({ attribute: false }) parts: ViewerParts | undefined;
  @property({ attribute: false }) documentTitle = '';
  @state() private shown: Shown = { kind: 'nothing' };

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('parts')) return;
    this.#close();
    if (this.parts) listenForCopyOfAll(this.parts, () => void this.#copyAll());
  }

  /** @returns whether the command was one of these. */
  run({ command }: ReaderCommand): boolean {
    const { parts } = this;
    switch (command) {
      case 'show-properties':
        if (parts) this.shown = { kind: 'properties' };
        return true;
      case 'print':
        if (parts) this.shown = { kind: 'print' };
        return true;
      case 'select-all':
        if (parts) selectAllText(parts.viewer);
        return true;
      case 'copy-all':
        void this.#copyAll();
        return true;
      case 'save':
        if (parts) void this.#takeOut(new ReaderSaveEvent(parts.file), () => msg('The document could not be saved.'));
        return true;
      case 'share':
        if (parts) void this.#takeOut(new ReaderShareEvent(parts.file), () => msg('The document could not be shared.'));
        return true;
      default:
        return false;
    }
  }

  override render(): unknown {
    return html`${this.#renderDialog()}
      <div class="reader-task" role="status">${this.#renderNotice()}</div>`;
  }

  #renderDialog(): unknown {
    if (this.shown.kind === 'properties')
      return html`<reader-properties .parts=${this.parts} @close=${this.#close}></reader-properties>`;
    if (this.shown.kind !== 'print') return nothing;
    return html`<reader-print
      .parts=${this.parts}
      .documentTitle=${this.documentTitle}
      @close=${this.#close}
    ></reader-print>`;
  }

  #renderNotice(): unknown {
    const { shown } = this;
    if (shown.kind === 'copying') return this.#renderCopying(shown.page, shown.cancel);
    if (shown.kind !== 'notice') return nothing;
    return html`<p>${shown.words()}</p>
      <button class="reader-action" type="button" @click=${this.#close}>${msg('Dismiss')}</button>`;
  }

  #renderCopying(page: number, cancel: () => void): TemplateResult {
    const total = this.parts?.document.numPages ?? page;
    return html`<label aria-live="off"
        >${msg(str`Copying the text of page ${page} of ${total}`)} <progress .value=${page} max=${total}></progress
      ></label>
      <button class="reader-action" type="button" @click=${cancel}>${msg('Cancel')}</button>`;
  }

  #close(): void {
    if (this.shown.kind === 'copying') this.shown.cancel();
    this.shown = { kind: 'nothing' };
  }

  async #copyAll(): Promise<void> {
    const { parts } = this;
    if (!parts || this.shown.kind === 'copying') return;
    const ending = new AbortController();
    const signal = AbortSignal.any([parts.signal, ending.signal]);
    const follow = (page: number): void => void (this.shown = { kind: 'copying', page, cancel: () => ending.abort() });
    try {
      follow(1);
      await copyAllText(parts.document, follow, signal);
      const { numPages } = parts.document;
      this.#tell(() => copiedWords(numPages));
    } catch (cause) {
      if (signal.aborted) this.shown = { kind: 'nothing' };
      else this.#tell(() => copyFailure(cause));
    }
  }

  async #takeOut(event: ReaderSaveEvent | ReaderShareEvent, failure: () => string): Promise<void> {
    this.dispatchEvent(event);
    try {
      await event.outcome;
    } catch (cause) {
      this.#tell(() => `${failure()} ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }

  #tell(words: () => string): void {
    this.shown = { kind: 'notice', words };
  }
}

function copiedWords(pageCount: number): string {
  return counted(pageCount, {
    one: () => msg('The text of the page is copied.'),
    other: () => msg(str`The text of all ${pageCount} pages is copied.`),
  });
}

function copyFailure(cause: unknown): string {
  const isRefused = cause instanceof DOMException && cause.name === 'NotAllowedError';
  return isRefused
    ? msg(
        'The browser did not let the text onto the clipboard. Keep this tab in front while it is copied, and try again.',
      )
    : msg('The text could not be read: the document is damaged there.');
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-document-tools': ReaderDocumentTools;
  }
}
