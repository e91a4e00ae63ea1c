import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { askToPersist, isPersistent } from './persistence.ts';
import { sharedStyles } from './shared-styles.ts';

type State = 'unknown' | 'persistent' | 'evictable' | 'refused' | 'never-said';

/** Whether the browser may clear what is stored, and a way to ask that it doesn't. */
@customElement('storage-persistence')
export class StoragePersistence extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      button {
        margin-block-start: var(--space-2);
      }
    `,
  ];

  @query('p') private readonly said!: HTMLElement;
  @state() private state: State = 'unknown';

  constructor() {
    super();
    passFocusOn(this, () => this.said);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  override render(): TemplateResult {
    const mayAsk = this.state === 'evictable' || this.state === 'refused';
    return html`
      <p class="soft" role="status" tabindex="-1">${this.#words()}</p>
      ${mayAsk ? html`<button @click=${this.#ask}>${msg('Keep my documents')}</button>` : nothing}
    `;
  }

  #words(): string {
    switch (this.state) {
      case 'unknown':
        return '';
      case 'persistent':
        return msg('Your documents are kept until you remove them: the browser will not clear them by itself.');
      case 'evictable':
        return msg('The browser may clear your documents when the disk gets full, unless it promises to keep them.');
      case 'refused':
        return msg(
          'The browser did not promise it, and may still clear your documents when the disk gets full. It decides by itself: it mostly agrees once Longhaul is installed, bookmarked, or allowed to notify you. Ask again then.',
        );
      case 'never-said':
        return msg(
          'This browser can’t promise to keep your documents. It may clear them when the disk gets full: save those that you can’t do without, or take your library along as one file.',
        );
      default:
        return this.state satisfies never;
    }
  }

  async #look(): Promise<void> {
    this.state = stateOf(await isPersistent(), 'evictable');
  }

  async #ask(): Promise<void> {
    this.state = stateOf(await askToPersist(), 'refused');
  }
}

function stateOf(isKept: boolean | undefined, otherwise: 'evictable' | 'refused'): State {
  if (isKept === undefined) return 'never-said';
  return isKept ? 'persistent' : otherwise;
}

declare global {
  interface HTMLElementTagNameMap {
    'storage-persistence': StoragePersistence;
  }
}
