import { msg, str } from '../language/msg.ts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { parsePrintRange } from './print-range.ts';
import { drawPagesToPrint } from './print-pages.ts';
import { PrintSheets } from './print-sheets.ts';
import type { ViewerParts } from './viewer-parts.ts';
import './reader-print.css';

type Choice = 'all' | 'current' | 'range';

type PrintState =
  | { readonly state: 'asking'; readonly mistake: string }
  /** `done` of `total` pages are drawn. */
  | { readonly state: 'drawing'; readonly done: number; readonly total: number };

/**
 * Asks which pages to print, draws them and opens the browser's own print dialog, as long as it is connected.
 *
 * @fires {Event} close - it is printed, or the person changed their mind
 */
@customElement('reader-print')
export class ReaderPrint extends LitElement {
  @property({ attribute: false }) parts: ViewerParts | undefined;
  @property({ attribute: false }) documentTitle = '';
  @state() private choice: Choice = 'all';
  @state() private progress: PrintState = { state: 'asking', mistake: '' };
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('.reader-print-range') private readonly range!: HTMLInputElement;
  readonly #lifetime = new AbortController();

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render(): unknown {
    const { progress } = this;
    return html`<dialog class="reader-dialog" aria-labelledby="reader-print-title" @close=${this.#leave}>
      <form class="reader-dialog-form" @submit=${this.#submit}>
        <h2 id="reader-print-title">${msg('Print')}</h2>
        ${progress.state === 'asking' ? this.#renderQuestion(progress.mistake) : renderProgress(progress)}
        <div class="reader-dialog-actions">
          <button class="reader-action" type="button" @click=${() => this.dialog.close()}>${msg('Cancel')}</button>
          ${
            progress.state === 'asking'
              ? html`<button class="reader-action reader-action-main" type="submit">${msg('Print')}</button>`
              : nothing
          }
        </div>
      </form>
    </dialog>`;
  }

  #renderQuestion(mistake: string): TemplateResult {
    const { currentPageNumber, pagesCount } = this.parts?.viewer ?? { currentPageNumber: 1, pagesCount: 1 };
    return html`<fieldset class="reader-print-choices">
        <legend class="reader-print-legend">${msg('Pages')}</legend>
        ${this.#renderChoice('all', msg(str`All ${pagesCount} pages`))}
        ${this.#renderChoice('current', msg(str`Current page (${currentPageNumber})`))}
        <div class="reader-print-row">
          ${this.#renderChoice('range', msg('Range'))}
          <input
            class="reader-field reader-print-range"
            aria-label=${msg('Pages to print')}
            aria-describedby="reader-print-mistake"
            aria-invalid=${mistake !== ''}
            placeholder="1-3, 8"
            autocomplete="off"
            @focus=${() => (this.choice = 'range')}
          />
        </div>
      </fieldset>
      <p class="reader-dialog-wrong" id="reader-print-mistake" role="alert">${mistake}</p>`;
  }

  #renderChoice(choice: Choice, label: string): TemplateResult {
    return html`<label class="reader-print-choice">
      <input
        type="radio"
        name="pages"
        .checked=${this.choice === choice}
        ?autofocus=${choice === 'all'}
        @change=${() => (this.choice = choice)}
      />${label}
    </label>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const { parts } = this;
    if (!parts || this.progress.state !== 'asking') return;
    const wanted = this.#wantedPages(parts);
    if ('pages' in wanted) return void this.#print(parts, wanted.pages);
    this.progress = { state: 'asking', mistake: wanted.mistake };
    this.range.select();
  }

  #wantedPages({ viewer, document }: ViewerParts): ReturnType<typeof parsePrintRange> {
    const { numPages } = document;
    if (this.choice === 'current') return { pages: [viewer.currentPageNumber] };
    return parsePrintRange(this.choice === 'all' ? `1-${numPages}` : this.range.value, numPages);
  }

  async #print(parts: ViewerParts, pages: readonly number[]): Promise<void> {
    const signal = AbortSignal.any([parts.signal, this.#lifetime.signal]);
    const sheets = new PrintSheets();
    try {
      let done = 0;
      this.progress = { state: 'drawing', done, total: pages.length };
      for await (const page of drawPagesToPrint(parts, pages, signal)) {
        await sheets.add(page);
        done += 1;
        this.progress = { state: 'drawing', done, total: pages.length };
      }
      signal.throwIfAborted();
      this.dialog.close();
      printWithTitle(this.documentTitle, sheets);
    } catch {
      sheets.remove();
      if (signal.aborted) return;
      const mistake = msg(
        'A page could not be drawn: the document is damaged there. Print the other pages by their numbers.',
      );
      this.progress = { state: 'asking', mistake };
    }
  }

  #leave(): void {
    this.#lifetime.abort();
    this.dispatchEvent(new Event('close'));
  }
}

/** The title is what "Save as PDF" names its file by. Some browsers are back from `print()` before they have printed. */
function printWithTitle(title: string, sheets: PrintSheets): void {
  const before = document.title;
  const end = (): void => {
    document.title = before;
    sheets.remove();
  };
  window.addEventListener('afterprint', end, { once: true });
  if (title !== '') document.title = title;
  window.print();
}

function renderProgress({ done, total }: Extract<PrintState, { readonly state: 'drawing' }>): TemplateResult {
  return html`<label class="reader-dialog-label" role="status"
    >${msg(str`Preparing page ${Math.min(done + 1, total)} of ${total}`)}<progress
      .value=${done}
      max=${total}
    ></progress
  ></label>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-print': ReaderPrint;
  }
}
