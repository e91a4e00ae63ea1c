import { msg, str } from '../language/msg.ts';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { readProperties, type DocumentProperties } from './document-properties.ts';
import { fontsOfPage } from './page-fonts.ts';
import type { ViewerParts } from './viewer-parts.ts';
import './reader-properties.css';

/**
 * Says what is known of the document, as long as it is connected.
 *
 * @fires {Event} close - the person has read enough
 */
@customElement('reader-properties')
export class ReaderProperties extends LitElement {
  @property({ attribute: false }) parts: ViewerParts | undefined;
  @state() private properties: DocumentProperties | undefined;
  @state() private isDamaged = false;
  /** Of the current page; absent until they are known. */
  @state() private fonts: readonly string[] | undefined;
  @state() private areFontsSought = true;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('parts') || !this.parts) return;
    void this.#read(this.parts);
    void this.#readFonts(this.parts);
  }

  override render(): unknown {
    return html`<dialog
      class="reader-dialog reader-properties"
      aria-labelledby="reader-properties-title"
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <form class="reader-dialog-form" method="dialog">
        <h2 id="reader-properties-title">${msg('Document properties')}</h2>
        ${this.#renderFailure()}
        <dl class="reader-properties-list">
          ${this.properties?.map(
            ([label, value]) =>
              html`<dt>${label}</dt>
                <dd>${value}</dd>`,
          )}
          ${this.#renderFonts()}
        </dl>
        <div class="reader-dialog-actions">
          <button class="reader-action reader-action-main" type="submit" autofocus>${msg('Close')}</button>
        </div>
      </form>
    </dialog>`;
  }

  #renderFailure(): unknown {
    if (!this.isDamaged) return nothing;
    return html`<p role="alert">${msg('The properties could not be read: the document is damaged there.')}</p>`;
  }

  #renderFonts(): unknown {
    if (!this.properties || (!this.fonts && !this.areFontsSought)) return nothing;
    const none = this.areFontsSought
      ? msg('Looking…')
      : msg('None', { id: 'reader-no-fonts', desc: 'Stands for a list of fonts that is empty' });
    return html`<dt>${msg(str`Fonts on page ${this.parts?.viewer.currentPageNumber ?? 1}`)}</dt>
      ${this.fonts?.length ? this.fonts.map((font) => html`<dd>${font}</dd>`) : html`<dd>${none}</dd>`}`;
  }

  async #read(parts: ViewerParts): Promise<void> {
    try {
      this.properties = await readProperties(parts);
    } catch {
      this.isDamaged = true;
    }
  }

  async #readFonts({ file, viewer }: ViewerParts): Promise<void> {
    this.fonts = await fontsOfPage(file, viewer.currentPageNumber);
    this.areFontsSought = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-properties': ReaderProperties;
  }
}
