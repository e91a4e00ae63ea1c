import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fillIn } from '../language/fill-in.ts';
import { msg, str } from '../language/msg.ts';
import { keepBoth } from '../store/fingerprints.ts';
import type { DocumentRow } from '../store/schema.ts';
import { headingOf } from './heading.ts';
import { offerStyles } from './offer-styles.ts';
import { RemoveDocumentsEvent } from './remove-documents-event.ts';
import { pathTo } from './route.ts';
import { sharedStyles } from './shared-styles.ts';

/** Asks, in a document's entry, what to do about it when the library has its bytes already. */
@customElement('duplicate-question')
export class DuplicateQuestion extends LitElement {
  static override readonly styles = [
    sharedStyles,
    offerStyles,
    css`
      :host {
        grid-column: 1 / -1;
        margin-block-start: var(--space-2);
      }

      #words {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        overflow: hidden;
      }

      /* Both answers fit below a narrow cover. */
      .offer {
        padding-inline: var(--space-2);
      }

      button {
        padding-inline: var(--space-2);
        font-size: 0.875rem;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) document: DocumentRow | undefined;
  /** The document with the same bytes that was there before. */
  @property({ attribute: false }) original: DocumentRow | undefined;

  override render(): TemplateResult | typeof nothing {
    const { original } = this;
    if (!this.document || !original) return nothing;
    const { id, title } = this.document;
    return html`
      <div class="offer" role="group" aria-labelledby="words">
        <p id="words">
          ${fillIn(msg('You have this file already: {title}.'), { title: html`<bdi>${original.title}</bdi>` })}
        </p>
        <div class="buttons">
          <button aria-label=${msg(str`Keep both: ${title}`)} @click=${() => this.#keepBoth(id)}>
            ${msg('Keep both')}
          </button>
          <button
            aria-label=${msg(str`Remove this one: ${title}`)}
            @click=${() => this.#remove(id, title, original.id)}
          >
            ${msg('Remove this one')}
          </button>
        </div>
      </div>
    `;
  }

  async #keepBoth(id: string): Promise<void> {
    this.#focusOn(id);
    await keepBoth(id);
  }

  #remove(id: string, title: string, originalId: string): void {
    this.#focusOn(originalId);
    this.dispatchEvent(new RemoveDocumentsEvent([id], title));
  }

  /** The question goes with its buttons: the focus moves to the document that stays, wherever it stands in this list. */
  #focusOn(documentId: string): void {
    const list = this.getRootNode() as ShadowRoot;
    const link = list.querySelector<HTMLElement>(`a[href="${pathTo({ screen: 'reader', documentId })}"]`);
    (link ?? headingOf(list.host))?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'duplicate-question': DuplicateQuestion;
  }
}
