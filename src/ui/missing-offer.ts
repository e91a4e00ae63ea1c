import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { bringBack } from '../library/bring-back.ts';
import { renewalOf } from '../library/download-again.ts';
import { formatBytes } from '../library/format-bytes.ts';
import type { DocumentRow } from '../store/schema.ts';
import { digestInWorker } from '../transfer/digest-in-worker.ts';
import type { App } from './app.ts';
import { refusalWords } from './bring-in-words.ts';
import { headingOf } from './heading.ts';
import { RemoveDocumentsEvent } from './remove-documents-event.ts';
import { noticeStyles } from './notice-styles.ts';
import { SessionController } from './session-controller.ts';
import { sharedStyles } from './shared-styles.ts';

/** Rows that are shown at first: the library below them stays in sight. */
const FEW = 3;

/** So many more come with each press. */
const MORE = 10;

/** Says of which documents the browser has cleared the bytes, and brings them again. */
@customElement('missing-offer')
export class MissingOffer extends LitElement {
  static override readonly styles = [
    sharedStyles,
    noticeStyles,
    css`
      :host {
        display: contents;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-1) var(--space-3);
        padding-block: var(--space-2);
      }

      /* Both fit beside each other below a title. */
      .notice li .buttons {
        gap: var(--space-1);
      }

      li .quiet {
        padding-inline: var(--space-2);
      }

      .text {
        flex: 1 1 14rem;
        min-inline-size: 0;
      }

      .title {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }

      .problem {
        color: var(--bad);
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @property({ attribute: false }) documents: readonly DocumentRow[] = [];
  @state() private shown = FEW;
  @state() private problem: (() => string) | undefined;
  readonly #session = new SessionController(this, () => this.app);

  override render(): TemplateResult | typeof nothing {
    const { documents } = this;
    if (documents.length === 0) return nothing;
    const fromNet = documents.filter(({ source }) => source !== undefined);
    return html`
      <section class="notice" aria-labelledby="cleared">
        <h2 id="cleared">${clearedWords(documents.length)}</h2>
        <p>${keptWords(documents.length)}</p>
        <ul role="list" aria-label=${msg('Cleared documents')}>
          ${repeat(
            documents.slice(0, this.shown),
            ({ id }) => id,
            (row) => html`<li aria-label=${row.title}>${this.#renderRow(row)}</li>`,
          )}
        </ul>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem()}</p>` : nothing}
        ${this.#renderButtons(fromNet)}
      </section>
    `;
  }

  #renderButtons(fromNet: readonly DocumentRow[]): TemplateResult | typeof nothing {
    const hasMore = this.documents.length > this.shown;
    if (fromNet.length < 2 && !hasMore) return nothing;
    const all = html`<button class="primary" @click=${() => this.#downloadAgain(fromNet)}>
      ${msg('Download all again')}
    </button>`;
    return html`<div class="buttons">
      ${fromNet.length > 1 ? all : nothing}
      ${hasMore ? html`<button @click=${this.#showMore}>${msg('Show more')}</button>` : nothing}
    </div>`;
  }

  #renderRow(row: DocumentRow): TemplateResult {
    const { title, size, source } = row;
    const from = source === undefined ? msg('from this device’s disk') : msg(str`from ${new URL(source).host}`);
    return html`
      <div class="text">
        <p class="title" title=${title}><bdi>${title}</bdi></p>
        <p class="soft small">${formatBytes(size)} · ${from}</p>
      </div>
      <div class="buttons">
        ${source === undefined ? this.#renderChooser(row) : this.#renderDownload(row)}
        <button class="quiet" aria-label=${msg(str`Remove ${title}`)} @click=${() => this.#remove(row)}>
          ${msg('Remove')}
        </button>
      </div>
    `;
  }

  #renderDownload(row: DocumentRow): TemplateResult {
    const renewal = renewalOf(row.id, this.#session.tasks ?? []);
    const isOnItsWay = renewal?.state.state === 'running' || renewal?.state.state === 'waiting';
    if (isOnItsWay) return html`<span class="soft">${msg('On its way')}</span>`;
    return html`<button aria-label=${msg(str`Download again: ${row.title}`)} @click=${() => this.#downloadAgain([row])}>
      ${msg('Download again')}
    </button>`;
  }

  #renderChooser(row: DocumentRow): TemplateResult {
    return html`<button aria-label=${msg(str`Choose the file again: ${row.title}`)} @click=${() => this.#choose(row)}>
      ${msg('Choose the file again')}
    </button>`;
  }

  #showMore(): void {
    this.shown += MORE;
  }

  async #downloadAgain(rows: readonly DocumentRow[]): Promise<void> {
    headingOf(this.#screen())?.focus(); // Its button goes.
    await this.app?.downloadAgain(rows);
  }

  #choose(row: DocumentRow): void {
    const input = Object.assign(document.createElement('input'), { type: 'file' });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.#bringBack(row, file);
    });
    input.click();
  }

  async #bringBack(row: DocumentRow, file: File): Promise<void> {
    this.problem = undefined;
    try {
      const isSame = await bringBack(row, file, (bytes) => digestInWorker(bytes, new AbortController().signal));
      if (!isSame) this.problem = () => otherFileWords(file.name, row.title);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      const refusal = error.name === 'QuotaExceededError' ? 'no-room' : 'unreadable';
      this.problem = () => msg(str`“${file.name}”: ${refusalWords(refusal, file)}`);
    }
  }

  async #remove(row: DocumentRow): Promise<void> {
    headingOf(this.#screen())?.focus();
    this.dispatchEvent(new RemoveDocumentsEvent([row.id], row.title));
  }

  /** The element that stands on the screen itself: the offers are one within another. */
  #screen(): Element {
    const root = this.getRootNode();
    return root instanceof ShadowRoot ? root.host : this;
  }
}

function clearedWords(documents: number): string {
  return counted(documents, {
    one: () => msg('The browser has cleared the file of 1 document'),
    other: () => msg(str`The browser has cleared the files of ${formatNumber(documents)} documents`),
  });
}

function keptWords(documents: number): string {
  return counted(documents, {
    one: () => msg('Titles, marks and places in them are still here, and stay when it comes again.'),
    other: () => msg('Titles, marks and places in them are still here, and stay when they come again.'),
  });
}

function otherFileWords(fileName: string, title: string): string {
  return msg(str`“${fileName}” is another file than “${title}” was. Nothing was changed.`);
}

declare global {
  interface HTMLElementTagNameMap {
    'missing-offer': MissingOffer;
  }
}
