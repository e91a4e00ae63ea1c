import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { DocumentRow } from '../store/schema.ts';

/** A dialog about one document, empty while it is closed. Its heading has the id `heading`. */
export abstract class DocumentDialog extends LitElement {
  @state() private document: DocumentRow | undefined;
  @query('dialog') protected readonly dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="heading" @close=${this.#forget}>
        ${this.document ? this.renderForm(this.document) : nothing}
      </dialog>
    `;
  }

  async open(document: DocumentRow): Promise<void> {
    this.document = document;
    await this.updateComplete;
    this.dialog.showModal();
  }

  protected abstract renderForm(document: DocumentRow): TemplateResult;

  #forget(): void {
    this.document = undefined;
  }
}
