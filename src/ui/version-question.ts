import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { changeDocument } from '../store/documents.ts';
import { changeMarks, listMarks } from '../store/marks.ts';
import type { DocumentRow } from '../store/schema.ts';
import { headingOf } from './heading.ts';
import { noticeStyles } from './notice-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** Says that a document came again with other bytes, and asks what becomes of its marks. */
@customElement('version-question')
export class VersionQuestion extends LitElement {
  static override readonly styles = [
    sharedStyles,
    noticeStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @property({ attribute: false }) document: DocumentRow | undefined;
  @state() private marks: number | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('document') && this.document) void this.#count(this.document.id);
  }

  override render(): TemplateResult | typeof nothing {
    const { document, marks } = this;
    if (!document || marks === undefined) return nothing;
    const { id, title } = document;
    return html`
      <section class="notice" aria-labelledby="version">
        <h2 id="version">${msg(str`“${title}” is another file now than the one that you had`)}</h2>
        ${
          marks === 0
            ? html`<div class="buttons"><button @click=${() => this.#settle(id)}>${msg('All right')}</button></div>`
            : html`
                <p>${marksWords(marks)}</p>
                <div class="buttons">
                  <button aria-label=${msg(str`Keep the marks: ${title}`)} @click=${() => this.#settle(id)}>
                    ${msg('Keep the marks')}
                  </button>
                  <button aria-label=${msg(str`Remove the marks: ${title}`)} @click=${() => this.#removeMarks(id)}>
                    ${msg('Remove the marks')}
                  </button>
                </div>
              `
        }
      </section>
    `;
  }

  async #count(id: string): Promise<void> {
    this.marks = (await listMarks(id)).length;
  }

  async #removeMarks(id: string): Promise<void> {
    await changeMarks(id, { remove: (await listMarks(id)).map((mark) => mark.id) });
    await this.#settle(id);
  }

  async #settle(id: string): Promise<void> {
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) headingOf(root.host)?.focus();
    await changeDocument(id, (row) => {
      const { isOtherVersion: _, ...answered } = row;
      return answered;
    });
  }
}

function marksWords(marks: number): string {
  return counted(marks, {
    one: () => msg('Your mark was made in the one before: here they may stand in other places.'),
    other: () =>
      msg(str`Your ${formatNumber(marks)} marks were made in the one before: here they may stand in other places.`),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'version-question': VersionQuestion;
  }
}
