import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { ReaderCommand, ReaderCommandEvent } from './commands.ts';
import { ReaderFailedEvent, ReaderPositionEvent, type ReaderPosition } from './events.ts';
import { Reading } from './reading.ts';
import { readerFailure } from './reader-failure.ts';
import { listenForKeys } from './reader-keyboard.ts';
import './reader-password.ts';
import type { PasswordGivenEvent } from './reader-password.ts';
import type { ReaderSnapshot, ReaderState } from './reader-state.ts';
import './reader-document-tools.ts';
import type { ReaderDocumentTools } from './reader-document-tools.ts';
import './reader-sidebar.ts';
import './reader-toolbar.ts';
import type { ReaderToolbar } from './reader-toolbar.ts';
import type { ViewerParts } from './viewer-parts.ts';
import './reader-controls.css';
import './reader.css';

/**
 * Reads one stored PDF. Fills the height that `--reader-block-size` gives it, else the window's.
 * Lives in the light DOM and must not stand in a shadow root: text could not be selected there.
 *
 * @fires {ReaderPositionEvent} readerposition - the person came to rest somewhere
 * @fires {ReaderFailedEvent} readerfailed - the document can't be shown
 * @fires {ReaderSaveEvent} readersave - the person wants the file on disk
 * @fires {ReaderShareEvent} readershare - the person wants the file in another app
 */
@customElement('pdf-reader')
export class PdfReader extends LitElement {
  /** The whole file, composed of its segments. Another file closes the one before. */
  @property({ attribute: false }) file: Blob | undefined;
  @property({ attribute: false }) documentTitle = '';
  /** Where to begin; read once when a file opens. */
  @property({ attribute: false }) position: ReaderPosition | undefined;
  /** Where the way back leads; no link without it. */
  @property({ attribute: false }) backHref: string | undefined;
  @property({ attribute: false }) backLabel = 'Library';
  /** What the app offers below the sentence when a document can't be shown: anything Lit renders. */
  @property({ attribute: false }) failureActions: unknown = nothing;

  @state() private progress: ReaderState = { state: 'opening' };
  @state() private snapshot: ReaderSnapshot | undefined;
  /** Counts readings: each gets pages of its own. */
  @state() private turn = 0;
  @state() private parts: ViewerParts | undefined;
  @state() private isSidebarOpen = false;
  /** Id of the panel that the sidebar shows. */
  @state() private panel: string | undefined;
  @query('.reader-pages') private readonly pages!: HTMLDivElement;
  @query('reader-document-tools') private readonly tools!: ReaderDocumentTools;
  @query('reader-toolbar') private readonly toolbar!: ReaderToolbar;

  #reading: Reading | undefined;
  #connection = new AbortController();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    listenForKeys((command) => this.#run(command), signal);
    // A tab may be ended without another word once it is hidden.
    document.addEventListener('visibilitychange', () => this.#reading?.rest(), { signal });
    if (this.hasUpdated) this.#reopen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('file') && this.hasUpdated) this.#reopen();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('file') || changed.has('turn')) this.#open();
  }

  override render(): unknown {
    return html`<section class="reader" aria-label="Reader" @readercommand=${this.#obey}>
      <reader-toolbar
        .documentTitle=${this.documentTitle}
        .backHref=${this.backHref}
        .backLabel=${this.backLabel}
        .snapshot=${this.snapshot}
        .isSidebarOpen=${this.isSidebarOpen}
      ></reader-toolbar>
      <div class="reader-body">
        ${
          this.isSidebarOpen
            ? html`<reader-sidebar .parts=${this.parts} .panel=${this.panel}></reader-sidebar>`
            : nothing
        }
        <div class="reader-desk">
          ${keyed(
            this.turn,
            html`<div class="reader-pages" tabindex="0" role="group" aria-label="Pages">
              <div class="pdfViewer"></div>
            </div>`,
          )}
          ${this.#cover()}
        </div>
      </div>
      <reader-document-tools .parts=${this.parts} .documentTitle=${this.documentTitle}></reader-document-tools>
    </section>`;
  }

  #cover(): unknown {
    const { progress } = this;
    switch (progress.state) {
      case 'opening':
        return html`<p class="reader-cover reader-opening" role="status">Opening…</p>`;
      case 'locked':
        return html`<reader-password
          ?wrong=${progress.wrong}
          @passwordgiven=${(event: PasswordGivenEvent) => progress.unlock(event.password)}
          @passwordrefused=${() => this.#reading?.refusePassword()}
        ></reader-password>`;
      case 'failed':
        return readerFailure(progress.code, progress.reason, () => this.#reopen(), this.failureActions);
      default:
        return nothing;
    }
  }

  /** Pages that one viewer used are not given to the next: `turn` makes new ones, and then `#open` runs. */
  #reopen(): void {
    this.#close();
    this.turn += 1;
  }

  #open(): void {
    const { file } = this;
    if (!file || this.#reading || !this.isConnected) return;
    this.#reading = new Reading(file, this.pages, this.position, {
      onState: (progress) => this.#follow(progress),
      onSnapshot: (snapshot) => (this.snapshot = snapshot),
      onPosition: (position) => this.dispatchEvent(new ReaderPositionEvent(file, position)),
      onParts: (parts) => (this.parts = parts),
      onFailure: (code, cause) => this.dispatchEvent(new ReaderFailedEvent(file, code, cause)),
    });
  }

  #close(): void {
    this.#reading?.close();
    this.#reading = undefined;
    this.snapshot = undefined;
    this.parts = undefined;
    this.progress = { state: 'opening' };
  }

  #follow(progress: ReaderState): void {
    this.progress = progress;
    if (progress.state === 'failed') this.snapshot = undefined;
    // Arrows and space scroll at once, unless the person is somewhere already. No ring: nobody moved the focus.
    if (progress.state === 'reading' && document.activeElement === document.body) this.#focusPages(false);
  }

  #obey(event: ReaderCommandEvent): void {
    this.#run(event.command);
  }

  #showPanel(panel: string): void {
    this.panel = panel;
    this.isSidebarOpen = true;
  }

  #focusPages(focusVisible: boolean): void {
    // TypeScript's DOM does not know `focusVisible` yet.
    const options: FocusOptions & { readonly focusVisible: boolean } = { preventScroll: true, focusVisible };
    this.pages.focus(options);
  }

  #run(command: ReaderCommand): void {
    if (command.command === 'focus-find') return this.toolbar.focusFind();
    if (command.command === 'focus-pages') return this.#focusPages(true);
    if (command.command === 'toggle-sidebar') return void (this.isSidebarOpen = !this.isSidebarOpen);
    if (command.command === 'show-panel') return this.#showPanel(command.panel);
    if (!this.tools.run(command)) this.#reading?.run(command);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pdf-reader': PdfReader;
  }
}
