import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { formatBytes } from '../library/format-bytes.ts';
import type { App } from './app.ts';
import type { IncomingItem } from './bringing-in.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { incomingFilesStyles } from './incoming-files-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** Rows that are drawn at a time: of a folder with thousands the others wait unseen. */
const SHOWN = 5;

/** The files from disk that come in, each with its progress, and what became of them. */
@customElement('incoming-files')
export class IncomingFiles extends LitElement {
  static override readonly styles = [sharedStyles, incomingFilesStyles];

  @property({ attribute: false }) app: App | undefined;
  readonly #redraw = (): void => this.requestUpdate();

  override firstUpdated(): void {
    this.app?.arrivals.addEventListener('change', this.#redraw);
    this.app?.incoming.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.app?.arrivals.removeEventListener('change', this.#redraw);
    this.app?.incoming.removeEventListener('change', this.#redraw);
  }

  constructor() {
    super();
    // A button goes with its row: the focus stays in the list.
    passFocusOn(this, () => this.shadowRoot?.querySelector<HTMLElement>('button, [role=status]'));
  }

  override render(): TemplateResult {
    const items = this.app?.incoming.items ?? [];
    const notice = this.app?.arrivals.notice ?? '';
    return html`
      <div role="status" tabindex="-1">${notice === '' ? nothing : this.#renderNotice(notice)}</div>
      ${items.length === 0 ? nothing : this.#renderItems(items)}
    `;
  }

  #renderNotice(notice: string): TemplateResult {
    return html`
      <div class="notice">
        <p>${notice}</p>
        <button class="quiet" @click=${() => this.app?.arrivals.sayNothing()}>${msg('OK')}</button>
      </div>
    `;
  }

  #renderItems(items: readonly IncomingItem[]): TemplateResult {
    const shown = items.slice(0, SHOWN);
    const more = items.length - shown.length;
    const open = items.filter(({ state }) => state.state !== 'failed').length;
    return html`
      <ul role="list" aria-label=${msg('Files being added')}>
        ${repeat(
          shown,
          ({ id }) => id,
          (item) => html`<li aria-label=${item.name}>${this.#renderItem(item)}</li>`,
        )}
      </ul>
      ${
        more > 0 || open > 1
          ? html`<div class="rest">
              <p class="soft small">${more > 0 ? moreWords(more) : nothing}</p>
              ${open > 1 ? this.#renderCancelAll() : nothing}
            </div>`
          : nothing
      }
    `;
  }

  #renderCancelAll(): TemplateResult {
    return html`<button class="quiet" @click=${() => this.app?.incoming.cancelAll()}>${msg('Cancel all')}</button>`;
  }

  #renderItem({ id, name, size, state }: IncomingItem): TemplateResult {
    const incoming = this.app?.incoming;
    const isFailed = state.state === 'failed';
    const button = isFailed
      ? html`<button class="quiet" aria-label=${msg(str`Dismiss ${name}`)} @click=${() => incoming?.dismiss(id)}>
          ${msg('Dismiss')}
        </button>`
      : html`<button class="quiet" aria-label=${msg(str`Cancel ${name}`)} @click=${() => incoming?.cancel(id)}>
          ${msg('Cancel')}
        </button>`;
    return html`
      <div class="text">
        <p class="name" title=${name}>${name}</p>
        ${isFailed ? html`<p class="problem" role="alert">${state.words()}</p>` : this.#renderProgress(name, size, state)}
      </div>
      ${button}
    `;
  }

  #renderProgress(
    name: string,
    size: number,
    state: Exclude<IncomingItem['state'], { state: 'failed' }>,
  ): TemplateResult {
    const stored = state.state === 'running' ? state.bytesStored : 0;
    const words =
      state.state === 'waiting'
        ? msg('Waiting for its turn')
        : msg(str`${formatBytes(stored)} of ${formatBytes(size)}`);
    return html`
      <progress max=${size} .value=${stored} aria-label=${msg(str`Progress of ${name}`)}></progress>
      <p class="soft small">${words}</p>
    `;
  }
}

function moreWords(count: number): string {
  return counted(count, {
    one: () => msg('and 1 more file'),
    other: () => msg(str`and ${formatNumber(count)} more files`),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'incoming-files': IncomingFiles;
  }
}
