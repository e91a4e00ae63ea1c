import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { dialogStyles } from './dialog-styles.ts';
import './duplicate-question.ts';
import { headingOf } from './heading.ts';
import { formatBytes } from '../library/format-bytes.ts';
import { removeDocument } from '../store/removal.ts';
import type { DocumentRow } from '../store/schema.ts';
import { pathTo } from './route.ts';
import { saveFailureWords, saveToDisk } from './save-to-disk.ts';
import { sharedStyles } from './shared-styles.ts';

/** The documents of the library below one another. */
@customElement('document-list')
export class DocumentList extends LitElement {
  static override readonly styles = [
    sharedStyles,
    dialogStyles,
    css`
      li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: var(--space-1) var(--space-3);
        align-items: center;
        padding-block: var(--space-3);
        border-block-start: 1px solid var(--line);
      }

      .sheet {
        display: grid;
        place-items: center;
        inline-size: 2.25rem;
        block-size: 3rem;
        border: 1px solid var(--line);
        border-radius: 3px 0.75rem 3px 3px;
        background: var(--surface);
        color: var(--accent);
        font-size: 0.625rem;
        font-weight: 700;
        letter-spacing: 0.04em;
      }

      .title {
        color: var(--ink);
        font: 600 var(--text-l) / 1.3 var(--face-display);
        text-decoration: none;
        overflow-wrap: anywhere;
      }

      .title:hover {
        text-decoration: underline;
        text-decoration-color: var(--accent);
      }

      .text {
        min-inline-size: 0;
      }

      .new {
        margin-inline-start: var(--space-2);
        padding: 0.1rem 0.4rem;
        border-radius: 1rem;
        background: var(--accent);
        color: var(--on-accent);
        font-size: 0.6875rem;
        font-weight: 700;
        vertical-align: 0.15em;
      }

      .facts {
        overflow-wrap: anywhere;
      }

      li .buttons {
        display: flex;
        gap: var(--space-1);
      }

      .problem {
        color: var(--bad);
      }

      @media (max-width: 34rem) {
        li {
          grid-template-columns: auto 1fr;
        }

        li .buttons {
          grid-column: 2;
          margin-inline-start: calc(-1 * var(--space-3));
        }
      }
    `,
  ];

  @property({ attribute: false }) documents: readonly DocumentRow[] = [];
  @state() private asked: DocumentRow | undefined;
  @state() private problem: string | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    return html`
      <p class="problem" role="alert">${this.problem ?? nothing}</p>
      <ul role="list" aria-label="Library">
        ${repeat(
          this.documents,
          ({ id }) => id,
          (document) => html`<li>${this.#renderDocument(document)}</li>`,
        )}
      </ul>
      <dialog aria-labelledby="question">${this.asked ? this.#renderQuestion(this.asked) : nothing}</dialog>
    `;
  }

  #renderDocument(document: DocumentRow): TemplateResult {
    const { id, kind, title, openedAt, duplicateOf } = document;
    return html`
      <span class="sheet" aria-hidden="true">${kind === 'pdf' ? 'PDF' : 'FILE'}</span>
      <div class="text">
        <a class="title" href=${pathTo({ screen: 'reader', documentId: id })}>${title}</a>${
          openedAt === undefined ? html`<span class="new">New</span>` : nothing
        }
        <p class="facts soft small">${factsOf(document)}</p>
      </div>
      <div class="buttons">
        <button class="quiet" aria-label="Save ${title}" @click=${() => this.#save(document)}>Save</button>
        <button class="quiet" aria-label="Remove ${title}" @click=${() => this.#ask(document)}>Remove</button>
      </div>
      ${duplicateOf === undefined ? nothing : html`<duplicate-question .document=${document} .documents=${this.documents}></duplicate-question>`}
    `;
  }

  #renderQuestion({ title, size }: DocumentRow): TemplateResult {
    return html`
      <form method="dialog">
        <h2 id="question">Remove this document?</h2>
        <p>
          “${title}” and its ${formatBytes(size)} leave this device. You can download it again while its address works.
        </p>
        <div class="buttons">
          <button value="keep">Keep</button>
          <button class="primary" @click=${this.#remove}>Remove</button>
        </div>
      </form>
    `;
  }

  async #ask(document: DocumentRow): Promise<void> {
    this.asked = document;
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #remove(): Promise<void> {
    if (!this.asked) return;
    const heading = headingOf(this); // This list may be gone when the last document is.
    await removeDocument(this.asked.id);
    heading?.focus();
  }

  async #save(document: DocumentRow): Promise<void> {
    try {
      await saveToDisk(document);
      this.problem = undefined;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.problem = saveFailureWords(error, document.title);
    }
  }
}

function factsOf({ size, source, addedAt }: DocumentRow): string {
  const added = new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(addedAt);
  return [formatBytes(size), source && new URL(source).host, added].filter(Boolean).join(' · ');
}

declare global {
  interface HTMLElementTagNameMap {
    'document-list': DocumentList;
  }
}
