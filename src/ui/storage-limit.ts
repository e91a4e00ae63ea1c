import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { fillIn } from '../language/fill-in.ts';
import { msg } from '../language/msg.ts';
import { readSettings, writeSetting } from '../store/settings.ts';
import { choiceStyles } from './choice-styles.ts';
import { QueryController } from './query-controller.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';

const GIGABYTE = 1_000_000_000;

/** What a limit is at first, in bytes, for a library that takes less. */
const FIRST_LIMIT = 5 * GIGABYTE;

/** How much the library may take. Setting it removes nothing. */
@customElement('storage-limit')
export class StorageLimit extends LitElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    choiceStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-1);
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 2.5rem;
      }

      [type='number'] {
        inline-size: 7rem;
        min-block-size: 2.5rem;
        padding-inline: var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        font: inherit;
      }

      .problem {
        color: var(--bad);
      }
    `,
  ];

  /** Bytes that the documents take now. */
  @property({ attribute: false }) taken = 0;
  @state() private isWrong = false;
  @query('#limit') private readonly box!: HTMLInputElement | null;
  readonly #settings = new QueryController(this, 'settings', readSettings);

  override render(): TemplateResult {
    const settings = this.#settings.value;
    const limit = settings?.libraryLimit ?? null;
    return html`
      <div class="row ${settings ? '' : 'is-waiting'}">
        <label
          ><input type="checkbox" .checked=${limit !== null} @change=${this.#switch} />
          ${msg('Limit my library')}</label
        >
        ${limit === null ? nothing : this.#renderBox(limit)}
      </div>
      <p class="problem" role="alert">
        ${this.isWrong ? msg('Give a number of gigabytes above 0, as 5 or 0.5.') : nothing}
      </p>
      <p class="soft" id="limit-words">
        ${msg(
          'When it takes more, Longhaul shows which finished documents could go, the one that you read longest ago first. Nothing goes before you say so, and never what you keep always.',
        )}
      </p>
    `;
  }

  #renderBox(limit: number): TemplateResult {
    const number = html`<input
      id="limit"
      type="number"
      min="0"
      step="any"
      inputmode="decimal"
      aria-describedby="limit-words"
      aria-invalid=${this.isWrong ? 'true' : nothing}
      .value=${String(limit / GIGABYTE)}
      @change=${this.#change}
    />`;
    return html`<label>${fillIn(msg('Keep at most {number} GB'), { number })}</label>`;
  }

  async #switch({ target }: Event): Promise<void> {
    this.isWrong = false;
    const isOn = (target as HTMLInputElement).checked;
    const wholeGigabytes = Math.ceil(this.taken / GIGABYTE) * GIGABYTE;
    await writeSetting('libraryLimit', isOn ? Math.max(FIRST_LIMIT, wholeGigabytes) : null);
  }

  async #change(): Promise<void> {
    const gigabytes = this.box?.valueAsNumber ?? Number.NaN;
    const isLimit = gigabytes > 0 && Number.isFinite(gigabytes);
    this.isWrong = !isLimit;
    if (isLimit) await writeSetting('libraryLimit', Math.round(gigabytes * GIGABYTE));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'storage-limit': StorageLimit;
  }
}
