import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { mayGo } from '../library/eviction.ts';
import { formatBytes } from '../library/format-bytes.ts';
import type { Survey } from '../library/survey.ts';
import { readDocuments } from '../store/document-pages.ts';
import type { DocumentRow } from '../store/schema.ts';
import { readSettings, writeSetting } from '../store/settings.ts';
import type { App } from './app.ts';
import './document-sizes.ts';
import type { DocumentSizes } from './document-sizes.ts';
import { headingOf } from './heading.ts';
import { RemoveDocumentsEvent } from './remove-documents-event.ts';
import { noticeStyles } from './notice-styles.ts';
import { QueryController } from './query-controller.ts';
import { type RoomWanted, roomWanted } from './room-wanted.ts';
import { pathTo } from './route.ts';
import { SessionController } from './session-controller.ts';
import { sharedStyles } from './shared-styles.ts';

const SETTINGS = pathTo({ screen: 'settings' });

/** Shows, before anything goes, which finished documents could make room; only the person's word removes them. */
@customElement('room-offer')
export class RoomOffer extends LitElement {
  static override readonly styles = [
    sharedStyles,
    noticeStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @property({ attribute: false }) survey: Survey | undefined;
  /** Where the limit and all documents stand on the same screen, nothing leads there. */
  @property({ attribute: false }) isInSettings = false;
  @query('#wanted') private readonly words!: HTMLElement | null;
  @query('document-sizes') private readonly list!: DocumentSizes | null;
  /** Transfers without room for which the person would rather keep everything, until the app starts again. */
  @state() private answered: ReadonlySet<string> = new Set();
  readonly #settings = new QueryController(this, 'settings', readSettings);
  readonly #session = new SessionController(this, () => this.app);
  #isListFocused = false;

  protected override willUpdate(): void {
    this.#isListFocused = this.hasUpdated && Boolean(this.list?.shadowRoot?.activeElement);
  }

  protected override updated(): void {
    if (this.#isListFocused) void this.#keepFocus();
  }

  override render(): TemplateResult | typeof nothing {
    const settings = this.#settings.value;
    if (!this.survey || !settings) return nothing;
    const wanted = roomWanted(this.survey, settings, this.#session.tasks ?? [], this.answered);
    if (!wanted) return nothing;
    return html`
      <section class="notice" aria-labelledby="wanted">
        <h2 id="wanted" tabindex="-1">${wanted.words}</h2>
        ${this.#renderDocuments(wanted)} ${this.#renderLack(wanted)}
        <div class="buttons">${this.#renderAnswers(wanted, settings.libraryLimit)}</div>
      </section>
    `;
  }

  #renderDocuments({ plan: { offered } }: RoomWanted): TemplateResult | typeof nothing {
    if (offered.length === 0) return nothing;
    return html`
      <p>${questionWords(offered.length)}</p>
      <document-sizes .documents=${offered} .label=${msg('Could be removed')}></document-sizes>
    `;
  }

  #renderLack({ plan: { offered, lacking } }: RoomWanted): TemplateResult | typeof nothing {
    if (lacking === 0) return nothing;
    const words =
      offered.length === 0
        ? msg('Nothing that you have finished could go. Longhaul offers no others by itself.')
        : msg(str`That is ${formatBytes(lacking)} too little. Longhaul offers nothing that you have not finished.`);
    const where = this.isInSettings
      ? msg('Choose below what else may go.')
      : html`<a href=${SETTINGS}>${msg('Choose yourself')}</a>`;
    return html`<p>${words} ${where}</p>`;
  }

  #renderAnswers({ plan: { offered }, tasks }: RoomWanted, limit: number | null): TemplateResult {
    const isOwnLimit = tasks.length === 0;
    const keep = (): void => (isOwnLimit ? void this.#keepOverLimit(limit) : this.#keepFor(tasks.map(({ id }) => id)));
    const remove = html`<button class="primary" @click=${() => this.#remove(offered)}>
      ${removeWords(offered.length)}
    </button>`;
    return html`
      ${offered.length === 0 ? nothing : remove}
      <button @click=${keep}>${msg('Keep all')}</button>
      ${isOwnLimit && !this.isInSettings ? html`<a class="button" href=${SETTINGS}>${msg('Change limit')}</a>` : nothing}
    `;
  }

  /** What was kept or begun again since the offer was drawn, here or in another window, stays. */
  async #remove(offered: readonly DocumentRow[]): Promise<void> {
    this.#leave();
    const going = (await readDocuments(offered.map(({ id }) => id))).filter(mayGo);
    const ids = going.map(({ id }) => id);
    if (ids.length > 0) this.dispatchEvent(new RemoveDocumentsEvent(ids, going[0]?.title ?? ''));
  }

  async #keepOverLimit(limit: number | null): Promise<void> {
    if (limit === null || !this.survey) return;
    this.#leave();
    await writeSetting('keptOverLimit', { limit, taken: this.survey.taken });
  }

  #keepFor(taskIds: readonly string[]): void {
    this.#leave();
    this.answered = new Set([...this.answered, ...taskIds]);
  }

  /** The offer goes with its buttons. */
  #leave(): void {
    const screen = this.getRootNode();
    if (screen instanceof ShadowRoot) (headingOf(this) ?? headingOf(screen.host))?.focus();
  }

  /** A document that is to be kept leaves the list, and the box that had the focus with it. */
  async #keepFocus(): Promise<void> {
    await this.list?.updateComplete;
    if (document.activeElement === document.body) this.words?.focus();
  }
}

function questionWords(documents: number): string {
  return counted(documents, {
    one: () => msg('Remove this document that you have finished? What you don’t want to lose, keep always.'),
    other: () =>
      msg(
        str`Remove these ${formatNumber(documents)} documents that you have finished? What you don’t want to lose, keep always.`,
      ),
  });
}

function removeWords(documents: number): string {
  return counted(documents, {
    one: () => msg('Remove 1 document'),
    other: () => msg(str`Remove ${formatNumber(documents)} documents`),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'room-offer': RoomOffer;
  }
}
