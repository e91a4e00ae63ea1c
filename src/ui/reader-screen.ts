import { msg, str } from '../language/msg.ts';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatBytes } from '../library/format-bytes.ts';
import { type OpenResult, openDocument } from '../library/open-document.ts';
import { type ComingDocument, openComing } from '../library/coming-document.ts';
import type { ReadableFile } from '../library/readable-file.ts';
import type { ReaderSaveEvent, ReaderShareEvent } from '../reader/document-events.ts';
import type { ReaderPositionEvent, ReaderSaveCopyEvent } from '../reader/events.ts';
import { onChange } from '../store/changes.ts';
import { changeDocument, readDocument } from '../store/documents.ts';
import { readFile } from '../store/files.ts';
import type { DocumentRow } from '../store/schema.ts';
import type { App } from './app.ts';
import './coming-strip.ts';
import { RemoveDocumentsEvent } from './remove-documents-event.ts';
import { sayThatSomebodyReads } from './reading-presence.ts';
import { pathTo } from './route.ts';
import { saveBlob, saveToDisk } from './save-to-disk.ts';
import { shareDocument } from './share-document.ts';
import { shapesWereSeen } from './start-frame.ts';
import { missingPartWords } from './words.ts';
import './reader-screen.css';

const LIBRARY = pathTo({ screen: 'library' });

/** Opens the document that the address names. In the light DOM, as everything above the pages. */
@customElement('reader-screen')
export class ReaderScreen extends LitElement {
  @property({ attribute: false }) app: App | undefined;
  @property({ attribute: false }) documentId = '';
  @state() private result: OpenResult | undefined;
  /** What is read while it is downloaded. */
  @state() private coming: ComingDocument | undefined;
  /** Of what is still coming: kept when it has come. */
  private lastPlace: ReaderPositionEvent | undefined;
  #opening = new AbortController();
  /** pdf.js comes with the first document, not with the first screen. */
  @state() private isReaderHere = false;
  /** Its code could not be fetched. */
  @state() private isReaderMissing = false;
  /** The end of the address, which may name a page; without its `#`. */
  @state() private place = '';
  /** Where a document came from whose bytes are gone. */
  private source: string | undefined;
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
    onChange((change) => void (change === 'documents' && this.#openIfBack()), signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    this.#opening.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('documentId')) return;
    this.place = location.hash.slice(1);
    this.searchFor = new URLSearchParams(location.search).getAll('q').filter((words) => words !== '');
    void this.#open(this.documentId);
  }

  /** The reader takes the focus for its pages; where there are none, what is said instead has it. */
  protected override updated(): void {
    if (document.activeElement === document.body) this.querySelector<HTMLElement>('.reader-note h1')?.focus();
  }

  override render(): TemplateResult {
    const { result } = this;
    if (result === undefined) return this.#renderOpening();
    if (result === 'bytes-gone') return this.#renderBytesGone();
    // What came while it was read goes on being read from where it was opened.
    if (this.coming) return this.#renderPdf(this.coming.bytes, result === 'unknown' ? undefined : result.document);
    if (result === 'unknown') return this.#renderUnknown();
    const { document: row, bytes } = result;
    return row.kind === 'pdf' ? this.#renderPdf(bytes, row) : this.#renderFile(row);
  }

  /** @param row absent as long as it has not all come. */
  #renderPdf(bytes: ReadableFile, row: DocumentRow | undefined): TemplateResult {
    if (this.isReaderMissing) return this.#renderReaderMissing();
    if (!this.isReaderHere) return this.#renderOpening();
    const { documentId: id } = this; // The last position comes when this names the next document already.
    const strip = html`<coming-strip .app=${this.app} .taskId=${id}></coming-strip>`;
    return html`
      <main>
        <pdf-reader
          .file=${bytes}
          .documentId=${id}
          .documentTitle=${row?.title ?? this.coming?.task.name ?? ''}
          .position=${row?.position}
          .banner=${row ? nothing : strip}
          .place=${this.place}
          .searchFor=${this.searchFor}
          .backHref=${LIBRARY}
          .failureActions=${row ? this.#renderActions(row) : nothing}
          @readersavecopy=${(event: ReaderSaveCopyEvent) => saveCopy(row?.title ?? this.coming?.task.name ?? '', event)}
          @readerposition=${(event: ReaderPositionEvent) => void this.#keepPosition(id, event)}
          @readersave=${(event: ReaderSaveEvent) => event.waitUntil(save(row))}
          @readershare=${(event: ReaderShareEvent) => event.waitUntil(share(row, event.file))}
        ></pdf-reader>
      </main>
    `;
  }

  /** The same frame as before the app's code is there. */
  #renderOpening(): TemplateResult {
    return html`
      <div class="start-frame is-reader ${shapesWereSeen() ? 'at-once' : ''}">
        <div class="start-head"></div>
        <p class="start-sheet" role="status">${msg('Opening…')}</p>
      </div>
    `;
  }

  #renderFile(row: DocumentRow): TemplateResult {
    return this.#renderNote(
      row.title,
      html`<p>${msg(str`This file is not a PDF, so Longhaul can’t show it. It is ${formatBytes(row.size)} large.`)}</p>
        ${this.#renderActions(row)}`,
    );
  }

  #renderUnknown(): TemplateResult {
    return this.#renderNote(
      msg('This document is not in your library'),
      html`<p>${msg('It was removed, or it lies in another browser. Add its address again to download it.')}</p>`,
    );
  }

  #renderReaderMissing(): TemplateResult {
    return this.#renderNote(
      msg('The reader could not be loaded'),
      html`<p>${missingPartWords()}</p>
        <p class="reader-actions"><button @click=${() => location.reload()}>${msg('Reload')}</button></p>`,
    );
  }

  #renderBytesGone(): TemplateResult {
    return this.#renderNote(
      msg('The file of this document is gone'),
      html`<p>${msg('The browser has cleared it to make room. Your marks are still here.')}</p>
        <p class="reader-actions">
          ${
            this.source === undefined
              ? html`<a href=${LIBRARY}>${msg('Choose the file again in the Library')}</a>`
              : html`<button @click=${() => void this.#downloadAgain()}>${msg('Download again')}</button>`
          }
          <button @click=${() => this.#remove(this.documentId)}>${msg('Remove')}</button>
        </p>`,
    );
  }

  #renderNote(title: string, body: TemplateResult): TemplateResult {
    return html`
      <main class="reader-note">
        <p><a href=${LIBRARY}>${msg('Library')}</a></p>
        <h1 tabindex="-1">${title}</h1>
        ${body}
      </main>
    `;
  }

  #renderActions(row: DocumentRow): TemplateResult {
    return html`
      <p class="reader-actions">
        <button @click=${() => void saveToDisk(row)}>${msg('Save to disk')}</button>
        ${row.source === undefined ? nothing : html`<button @click=${() => void this.#downloadAgain()}>${msg('Download again')}</button>`}
        <button @click=${() => this.#remove(row.id)}>${msg('Remove')}</button>
      </p>
    `;
  }

  async #open(id: string): Promise<void> {
    this.result = undefined;
    this.#opening.abort();
    this.#opening = new AbortController();
    const { signal } = this.#opening;
    const result = await openDocument(id);
    const coming = result === 'unknown' ? await openComing(id, signal) : undefined;
    const source = result === 'bytes-gone' ? (await readDocument(id))?.source : undefined;
    if (signal.aborted) return; // The person went on to another meanwhile.
    this.source = source;
    this.result = result;
    this.coming = coming;
    this.lastPlace = undefined;
    if (coming) this.#awaitArrival(id, signal);
    const isPdf = typeof result === 'string' ? coming !== undefined : result.document.kind === 'pdf';
    const title = typeof result === 'string' ? coming?.task.name : result.document.title;
    document.title = `${title ?? (result === 'unknown' ? msg('Not in your library') : msg('File gone'))} · Longhaul`;
    if (!isPdf) return;
    await this.#loadReader();
  }

  async #loadReader(): Promise<void> {
    try {
      await import('../reader/pdf-reader.ts');
      this.isReaderHere = true;
    } catch (error) {
      this.isReaderMissing = true;
      reportError(error);
    }
  }

  /** From then on it is a document as any other, with the place where it is being read. */
  #awaitArrival(id: string, signal: AbortSignal): void {
    const arrival = new AbortController();
    const look = async (): Promise<void> => {
      const result = await openDocument(id);
      if (typeof result === 'string' || signal.aborted || arrival.signal.aborted) return;
      arrival.abort();
      this.result = result;
      if (this.lastPlace) await this.#keepPosition(id, this.lastPlace);
    };
    const isThis = (ids: readonly string[] | undefined): boolean => ids?.includes(id) ?? true;
    onChange(
      (change, ids) => void (change === 'documents' && isThis(ids) && look()),
      AbortSignal.any([signal, arrival.signal]),
    );
    void look(); // It may have come in between.
  }

  async #keepPosition(id: string, place: ReaderPositionEvent): Promise<void> {
    const { position, isAtEnd, pageCount } = place;
    if (id === this.documentId) this.lastPlace = place;
    const now = Date.now();
    await changeDocument(id, (row) => {
      const finishedAt = row.finishedAt ?? (isAtEnd ? now : undefined);
      return { ...row, position, pages: row.pages ?? pageCount, ...(finishedAt === undefined ? {} : { finishedAt }) };
    });
  }

  /** Its bytes may come again while the person looks at the note that they are gone. */
  async #openIfBack(): Promise<void> {
    if (this.result !== 'bytes-gone') return;
    const row = await readDocument(this.documentId);
    if (row && !row.isMissing && this.result === 'bytes-gone') await this.#open(row.id);
  }

  /** What the person made of it stays, and so do its bytes until the new ones are there. */
  async #downloadAgain(): Promise<void> {
    const row = await readDocument(this.documentId);
    if (row) await this.app?.downloadAgain([row]);
    navigation.navigate(LIBRARY);
  }

  async #remove(id: string): Promise<void> {
    const row = await readDocument(id);
    if (row) this.dispatchEvent(new RemoveDocumentsEvent([id], row.title));
    navigation.navigate(LIBRARY);
  }
}

/** @throws {Error} in words, when it has not all come yet. */
async function save(row: DocumentRow | undefined): Promise<void> {
  if (!row) throw new Error(msg('It is still being downloaded.'));
  await saveToDisk(row);
}

/** @throws {Error} as `save()`. */
async function share(row: DocumentRow | undefined, file: ReadableFile): Promise<void> {
  const bytes = file instanceof Blob || !row ? file : await readFile(row.id, row.type);
  if (!row || !(bytes instanceof Blob)) throw new Error(msg('It is still being downloaded.'));
  await shareDocument(row, bytes);
}

function saveCopy(title: string, { bytes }: ReaderSaveCopyEvent): void {
  saveBlob(new Blob([bytes], { type: 'application/pdf' }), `${title.replace(/\.pdf$/iu, '')} (marked).pdf`);
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-screen': ReaderScreen;
  }
}
