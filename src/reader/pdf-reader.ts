import { spokenLanguage } from '../language/language.ts';
import { msg } from '../language/msg.ts';
import type { ReadableFile } from '../library/readable-file.ts';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { followCharacterKeys } from './character-keys.ts';
import type { ReaderCommand, ReaderCommandEvent } from './commands.ts';
import { ReaderFailedEvent, ReaderPositionEvent, type ReaderPosition } from './events.ts';
import './marks/reader-marks.ts';
import { Reading } from './reading.ts';
import { readerFailure } from './reader-failure.ts';
import type { ReaderNoticeEvent } from './notice-event.ts';
import { listenForKeys, type KeyContext } from './reader-keyboard.ts';
import './reader-notice.ts';
import type { ReaderNotice } from './reader-notice.ts';
import './reader-password.ts';
import type { PasswordGivenEvent } from './reader-password.ts';
import type { ReaderSnapshot, ReaderState } from './reader-state.ts';
import './reader-document-tools.ts';
import type { ReaderDocumentTools } from './reader-document-tools.ts';
import './reader-sidebar.ts';
import './reader-speech.ts';
import './reader-toolbar.ts';
import type { ReaderToolbar } from './reader-toolbar.ts';
import { listenForToolbarHiding } from './toolbar-hiding.ts';
import type { ViewerParts } from './viewer-parts.ts';
import './reader-controls.css';
import './reader-modes.css';
import './reader.css';

/** What of the toolbar is in use without holding the focus. */
const inUse = '[data-searching], .reader-menu-button[aria-expanded="true"]';
/** Where the bar is the window's title bar: see the app's `tokens.css`. */
const inTitleBar = '[data-title-bar] *';

/**
 * Reads one stored PDF. Fills the height that `--reader-block-size` gives it, else the window's.
 * Lives in the light DOM and must not stand in a shadow root: text could not be selected there.
 *
 * @fires {ReaderPositionEvent} readerposition - the person came to rest somewhere
 * @fires {ReaderSaveCopyEvent} readersavecopy - the person asked for a copy with their marks in it
 * @fires {ReaderFailedEvent} readerfailed - the document can't be shown
 * @fires {ReaderSaveEvent} readersave - the person wants the file on disk
 * @fires {ReaderShareEvent} readershare - the person wants the file in another app
 */
@customElement('pdf-reader')
export class PdfReader extends LitElement {
  /** The whole file, composed of its segments, or one that is still coming. Another file closes the one before. */
  @property({ attribute: false }) file: ReadableFile | undefined;
  /** Names the document in the store: what the person adds to it is kept there. Without it nothing is. */
  @property({ attribute: false }) documentId = '';
  @property({ attribute: false }) documentTitle = '';
  /** Where to begin; read once when a file opens. */
  @property({ attribute: false }) position: ReaderPosition | undefined;
  /** The end of an address, such as `page=12`, without its `#`: where to begin, and where to go when it changes. */
  @property({ attribute: false }) place = '';
  /** What to search for once the document is there, each for itself. */
  @property({ attribute: false }) searchFor: readonly string[] = [];
  /** Where the way back leads; no link without it. */
  @property({ attribute: false }) backHref: string | undefined;
  /** By default, to the library. */
  @property({ attribute: false }) backLabel: string | undefined;
  /** What the app offers below the sentence when a document can't be shown: anything Lit renders. */
  @property({ attribute: false }) failureActions: unknown = nothing;

  /** What the app says above the pages: anything Lit renders. */
  @property({ attribute: false }) banner: unknown = nothing;

  /** Reading waits for bytes that have not come yet. */
  @state() private isWaiting = false;
  @state() private progress: ReaderState = { state: 'opening' };
  @state() private snapshot: ReaderSnapshot | undefined;
  /** Counts readings: each gets pages of its own. */
  @state() private turn = 0;
  @state() private parts: ViewerParts | undefined;
  @state() private isSidebarOpen = false;
  @state() private isSpeaking = false;
  @state() private areCharactersOn = true;
  /** Id of the panel that the sidebar shows. */
  @state() private panel: string | undefined;
  /** The bar left for the pages; it is where it was as soon as it is needed. */
  @state() private isBarHidden = false;
  @query('.reader-pages') private readonly pages!: HTMLDivElement;
  @query('reader-notice') private readonly notice!: ReaderNotice;
  @query('reader-document-tools') private readonly tools!: ReaderDocumentTools;
  @query('reader-toolbar') private readonly toolbar!: ReaderToolbar;

  #reading: Reading | undefined;
  #language = spokenLanguage();
  #connection = new AbortController();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    listenForKeys(
      (command) => this.#run(command),
      () => ({ snapshot: this.snapshot, areCharactersOn: this.areCharactersOn, room: roomIn(this.pages) }),
      signal,
    );
    followCharacterKeys((areOn) => (this.areCharactersOn = areOn), signal);
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
    this.#followLanguage();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('file') || changed.has('turn')) this.#open();
    else if (changed.has('place') && this.place !== '') this.#reading?.goToHash(this.place);
    if (changed.has('panel') || changed.has('isSidebarOpen')) this.#reading?.touch();
  }

  override render(): unknown {
    return html`<section
      class="reader"
      aria-label=${msg('Reader', { id: 'reader-region', desc: 'Names the part of the page that shows a document' })}
      ?data-bar-hidden=${this.isBarHidden}
      @readercommand=${this.#obey}
      @readernotice=${(event: ReaderNoticeEvent) => this.notice.say(event.text)}
    >
      <reader-toolbar
        .documentTitle=${this.documentTitle}
        .backHref=${this.backHref}
        .backLabel=${this.backLabel ?? msg('Library')}
        .snapshot=${this.progress.state === 'locked' ? undefined : this.snapshot}
        .isSidebarOpen=${this.isSidebarOpen}
        .areCharactersOn=${this.areCharactersOn}
      ></reader-toolbar>
      ${this.banner}
      <reader-marks .marks=${this.snapshot?.marks}></reader-marks>
      <div class="reader-body">
        ${
          this.isSidebarOpen
            ? html`<reader-sidebar .parts=${this.parts} .panel=${this.panel}></reader-sidebar>`
            : nothing
        }
        <div class="reader-desk">
          ${keyed(
            this.turn,
            html`<div class="reader-pages" tabindex="0" role="group" aria-label=${msg('Pages')}>
              <div class="pdfViewer"></div>
            </div>`,
          )}
          ${this.#cover()}
          <reader-notice></reader-notice>
        </div>
      </div>
      <reader-document-tools .parts=${this.parts} .documentTitle=${this.documentTitle}></reader-document-tools>
      ${this.isSpeaking && this.parts ? html`<reader-speech .parts=${this.parts}></reader-speech>` : nothing}
    </section>`;
  }

  /** What stands on the pages is pdf.js' and does not draw itself anew, as elements do. */
  #followLanguage(): void {
    if (this.#language === spokenLanguage()) return;
    this.#language = spokenLanguage();
    this.#reading?.sayAgain();
  }

  #cover(): unknown {
    const { progress } = this;
    switch (progress.state) {
      case 'opening':
        return html`<p class="reader-cover reader-opening" role="status">
          ${this.isWaiting ? msg('Its first pages are not here yet. It opens as soon as they are.') : msg('Opening…')}
        </p>`;
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
    this.isWaiting = false;
    file.watchWaiting?.((isWaiting) => (this.isWaiting = isWaiting), this.#connection.signal);
    this.panel = this.position?.panel;
    this.isSidebarOpen = this.panel !== undefined;
    this.#reading = new Reading(
      file,
      this.pages,
      { documentId: this.documentId, position: this.position, hash: this.place },
      {
        onState: (progress) => this.#follow(progress),
        onSnapshot: (snapshot) => (this.snapshot = snapshot),
        onPosition: (position, extent) =>
          this.dispatchEvent(new ReaderPositionEvent(file, this.#withPanel(position), extent)),
        onParts: (parts) => this.#begin(parts),
        onFailure: (code, cause) => this.dispatchEvent(new ReaderFailedEvent(file, code, cause)),
      },
    );
  }

  #begin(parts: ViewerParts): void {
    this.parts = parts;
    const { container, signal } = parts;
    const isBusy = (): boolean => this.toolbar.matches(`:focus-within, :has(${inUse}), ${inTitleBar}`);
    listenForToolbarHiding({ container, isBusy, setHidden: (hidden) => this.#hideBar(hidden), signal });
    if (this.searchFor.length === 0) return;
    // The field takes no words before the toolbar knows of the document.
    void this.updateComplete.then(() => this.toolbar.updateComplete).then(() => this.toolbar.search(this.searchFor));
  }

  /** The pages get the bar's room, or give it back, and stay where they are on the screen. */
  async #hideBar(hidden: boolean): Promise<void> {
    if (hidden === this.isBarHidden) return;
    const { pages } = this;
    const before = pages.getBoundingClientRect().top;
    this.isBarHidden = hidden;
    await this.updateComplete;
    pages.scrollTop += pages.getBoundingClientRect().top - before;
  }

  #withPanel(position: ReaderPosition): ReaderPosition {
    return this.isSidebarOpen ? { ...position, panel: this.panel ?? '' } : position;
  }

  #close(): void {
    this.#reading?.close();
    this.isBarHidden = false;
    this.#reading = undefined;
    this.snapshot = undefined;
    this.parts = undefined;
    this.isSpeaking = false;
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
    if (command.command === 'toggle-speech') return void (this.isSpeaking = !this.isSpeaking);
    if (command.command === 'show-panel') return this.#showPanel(command.panel);
    if (!this.tools.run(command)) this.#reading?.run(command);
  }
}

function roomIn({ scrollTop, scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): KeyContext['room'] {
  const isBelow = scrollTop + clientHeight < scrollHeight - 1;
  return { above: scrollTop > 1, below: isBelow, aside: scrollWidth > clientWidth + 1 };
}

declare global {
  interface HTMLElementTagNameMap {
    'pdf-reader': PdfReader;
  }
}
