import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import { formatBytes } from '../library/format-bytes.ts';
import { type StorageUse, readStorageUse } from '../library/storage-use.ts';
import { readFirstDocuments } from '../store/document-pages.ts';
import { type Room, readRoom } from '../store/room.ts';
import type { App } from './app.ts';
import './document-sizes.ts';
import { RemoveDocumentsEvent } from './remove-documents-event.ts';
import { QueryController } from './query-controller.ts';
import type { RemoveDocumentEvent } from './remove-document-event.ts';
import './room-offer.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';
import './storage-limit.ts';
import './storage-persistence.ts';
import { SurveyController } from './survey-controller.ts';

/** So many of the largest documents can be gone through here; the rest is for the Library. */
const LARGEST = 200;

/** As many lines as there will be. */
const NOTHING_KNOWN: StorageUse = { transfers: 0, removed: 0, database: 0, app: 0 };

/** What is stored, for how long, and what could go. */
@customElement('settings-storage')
export class SettingsStorage extends LitElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    css`
      section {
        justify-items: start;
      }

      storage-limit {
        inline-size: 100%;
      }

      h2:focus {
        outline: none;
      }

      h3 {
        font: 600 var(--text-m) / 1.4 var(--face);
      }

      dl {
        display: grid;
        grid-template-columns: minmax(0, auto) auto;
        gap: var(--space-1) var(--space-3);
        font-size: var(--text-m);
      }

      dd {
        text-align: end;
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @query('h2') private readonly heading!: HTMLElement;
  readonly #survey = new SurveyController(this);
  readonly #largest = new QueryController(this, 'documents', async () => readFirstDocuments('by-size', LARGEST));
  readonly #use = new QueryController(this, 'documents', readStorageUse);
  readonly #room = new QueryController(this, 'documents', readRoom);

  override render(): TemplateResult {
    const survey = this.#survey.value;
    return html`
      <section aria-labelledby="storage">
        <h2 id="storage" tabindex="-1">${msg('Storage')}</h2>
        ${this.#renderUse(survey?.taken, this.#use.value)}
        <p class="soft">${roomWords(this.#room.value)}</p>
        <storage-persistence></storage-persistence>
        <storage-limit .taken=${survey?.taken ?? 0}></storage-limit>
        <room-offer .app=${this.app} .survey=${survey} .isInSettings=${true}></room-offer>
        ${this.#renderLargest()}
      </section>
    `;
  }

  #renderUse(documents: number | undefined, use: StorageUse | undefined): TemplateResult {
    return documents === undefined || !use
      ? html`<dl class="is-waiting" aria-hidden="true">${this.#renderParts(0, NOTHING_KNOWN)}</dl>`
      : html`<dl>${this.#renderParts(documents, use)}</dl>`;
  }

  #renderParts(documents: number, { transfers, removed, database, app }: StorageUse): TemplateResult {
    const rest = database === undefined ? undefined : Math.max(0, database - documents - transfers - removed);
    return html`
      ${line(msg('Documents'), formatBytes(documents))}
      ${transfers > 0 ? line(msg('Transfers under way'), formatBytes(transfers)) : nothing}
      ${removed > 0 ? line(msg('Removed a moment ago'), formatBytes(removed)) : nothing}
      ${rest === undefined ? nothing : line(msg('Covers, words for the search, and the like'), aboutWords(rest))}
      ${app === undefined ? nothing : line(msg('Longhaul itself and its reader'), aboutWords(app))}
    `;
  }

  #renderLargest(): TemplateResult | typeof nothing {
    const documents = this.#largest.value ?? [];
    if (documents.length === 0) return nothing;
    return html`
      <h3 id="largest">${msg('Largest documents')}</h3>
      <document-sizes
        .documents=${documents}
        .label=${msg('Largest documents')}
        .canRemove=${true}
        @removedocument=${this.#remove}
      ></document-sizes>
    `;
  }

  async #remove({ document }: RemoveDocumentEvent): Promise<void> {
    this.heading.focus(); // The button goes with its row.
    this.dispatchEvent(new RemoveDocumentsEvent([document.id], document.title));
  }
}

function line(name: string, size: string): TemplateResult {
  return html`<dt>${name}</dt>
    <dd>${size}</dd>`;
}

function aboutWords(bytes: number): string {
  return msg(str`about ${formatBytes(bytes)}`);
}

/** Chromium tells pages 10 GiB above what is used, at most, whatever it really allows. */
function roomWords(room: Room | undefined): string {
  if (!room) return msg('This browser does not tell how much room there is.');
  return msg(
    str`The browser says that there is room for ${formatBytes(room.free)} more. It gives sites a rough number: on a full disk there is less.`,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-storage': SettingsStorage;
  }
}
