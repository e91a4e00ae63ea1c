import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatBytes } from '../library/format-bytes.ts';
import { type OpenResult, type OpenedDocument, openDocument } from '../library/open-document.ts';
import type { ReaderSaveEvent, ReaderShareEvent } from '../reader/document-events.ts';
import type { ReaderPositionEvent, ReaderSaveCopyEvent } from '../reader/events.ts';
import { changeDocument, readDocument } from '../store/documents.ts';
import { removeDocument } from '../store/removal.ts';
import type { DocumentRow } from '../store/schema.ts';
import type { App } from './app.ts';
import { sayThatSomebodyReads } from './reading-presence.ts';
import { pathTo } from './route.ts';
import { saveBlob, saveToDisk } from './save-to-disk.ts';
import { shareDocument } from './share-document.ts';
import './reader-screen.css';

const LIBRARY = pathTo({ screen: 'library' });

/** Opens the document that the address names. In the light DOM, as everything above the pages. */
@customElement('reader-screen')
export class ReaderScreen extends LitElement {
  @property({ attribute: false }) app: App | undefined;
  @property({ attribute: false }) documentId = '';
  @state() private result: OpenResult | undefined;
  /** pdf.js comes with the first document, not with the first screen. */
  @state() private isReaderHere = false;
  /** The end of the address, which may name a page; without its `#`. */
  @state() private place = '';
  /** What the address asks to find. */
  private searchFor: readonly string[] = [];
  #connection = new AbortController();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    sayThatSomebodyReads(signal);
    window.addEventListener('hashchange', () => (this.place = location.hash.slice(1)), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('documentId')) return;
    this.place = location.hash.slice(1);
    this.searchFor = new URLSearchParams(location.search).getAll('q').filter((words) => words !== '');
    void this.#open(this.documentId);
  }

  override render(): TemplateResult {
    const { result } = this;
    if (result === undefined) return html`<p class="reader-note" role="status">Opening…</p>`;
    if (result === 'unknown') return this.#renderUnknown();
    if (result === 'bytes-gone') return this.#renderBytesGone();
    return result.document.kind === 'pdf' ? this.#renderPdf(result) : this.#renderFile(result.document);
  }

  #renderPdf({ document: row, bytes }: OpenedDocument): TemplateResult {
    if (!this.isReaderHere) return html`<p class="reader-note" role="status">Opening…</p>`;
    return html`
      <main>
        <pdf-reader
          .file=${bytes}
          .documentId=${row.id}
          .documentTitle=${row.title}
          .position=${row.position}
          .place=${this.place}
          .searchFor=${this.searchFor}
          .backHref=${LIBRARY}
          .failureActions=${this.#renderActions(row)}
          @readersavecopy=${(event: ReaderSaveCopyEvent) => saveCopy(row, event)}
          @readerposition=${(event: ReaderPositionEvent) => void this.#keepPosition(row.id, event)}
          @readersave=${(event: ReaderSaveEvent) => event.waitUntil(saveToDisk(row))}
          @readershare=${(event: ReaderShareEvent) => event.waitUntil(shareDocument(row, event.file))}
        ></pdf-reader>
      </main>
    `;
  }

  #renderFile(row: DocumentRow): TemplateResult {
    return this.#renderNote(
      row.title,
      html`<p>This file is not a PDF, so Longhaul can’t show it. It is ${formatBytes(row.size)} large.</p>
        ${this.#renderActions(row)}`,
    );
  }

  #renderUnknown(): TemplateResult {
    return this.#renderNote(
      'This document is not in your library',
      html`<p>It was removed, or it lies in another browser. Add its address again to download it.</p>`,
    );
  }

  #renderBytesGone(): TemplateResult {
    return this.#renderNote(
      'The bytes of this document are gone',
      html`<p>The browser has cleared them to make room. Download it again, or take it out of the library.</p>
        <p class="reader-actions">
          <button @click=${() => void this.#downloadAgain()}>Download again</button>
          <button @click=${() => this.#remove(this.documentId)}>Remove</button>
        </p>`,
    );
  }

  #renderNote(title: string, body: TemplateResult): TemplateResult {
    return html`
      <main class="reader-note">
        <p><a href=${LIBRARY}>Library</a></p>
        <h1>${title}</h1>
        ${body}
      </main>
    `;
  }

  #renderActions(row: DocumentRow): TemplateResult {
    return html`
      <p class="reader-actions">
        <button @click=${() => void saveToDisk(row)}>Save to disk</button>
        ${row.source === undefined ? nothing : html`<button @click=${() => void this.#downloadAgain()}>Download again</button>`}
        <button @click=${() => this.#remove(row.id)}>Remove</button>
      </p>
    `;
  }

  async #open(id: string): Promise<void> {
    this.result = undefined;
    const result = await openDocument(id);
    if (id !== this.documentId) return; // The person went on to another meanwhile.
    this.result = result;
    if (typeof result === 'string') return;
    document.title = `${result.document.title} · Longhaul`;
    if (result.document.kind !== 'pdf') return;
    await import('../reader/pdf-reader.ts');
    this.isReaderHere = true;
  }

  async #keepPosition(id: string, { position }: ReaderPositionEvent): Promise<void> {
    await changeDocument(id, (row) => ({ ...row, position }));
  }

  /** The new one comes first, so that a failure between the two loses nothing. */
  async #downloadAgain(): Promise<void> {
    const source = (await readDocument(this.documentId))?.source;
    if (source === undefined) return;
    await this.app?.add(source);
    await this.#remove(this.documentId);
  }

  async #remove(id: string): Promise<void> {
    await removeDocument(id);
    navigation.navigate(LIBRARY);
  }
}

function saveCopy({ title, type }: DocumentRow, { bytes }: ReaderSaveCopyEvent): void {
  saveBlob(new Blob([bytes], { type }), `${title.replace(/\.pdf$/iu, '')} (marked).pdf`);
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-screen': ReaderScreen;
  }
}
