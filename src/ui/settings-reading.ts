import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { App } from './app.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';
import type { ReaderAssets } from './worker-registration.ts';

/** Whether documents can be read without a network: the reader's parts come with the first of them. */
@customElement('settings-reading')
export class SettingsReading extends LitElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    css`
      section {
        justify-items: start;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @query('h2') private readonly heading!: HTMLElement;
  @state() private assets: ReaderAssets | undefined;
  @state() private fetching: 'not-yet' | 'running' | 'failed' = 'not-yet';

  constructor() {
    super();
    passFocusOn(this, () => this.heading);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('app')) void this.#look();
  }

  override render(): unknown {
    const { assets } = this;
    if (!assets) return nothing;
    const isWhole = assets.kept === assets.total;
    return html`
      <section aria-labelledby="reading">
        <h2 id="reading" tabindex="-1">${msg('Reading without a network')}</h2>
        <p class="soft" role="status">
          ${isWhole ? msg('Everything that the reader needs is on this device.') : this.#lack(assets)}
        </p>
        ${isWhole ? nothing : this.#renderButton()}
      </section>
    `;
  }

  #lack({ kept, total }: ReaderAssets): string {
    if (this.fetching === 'running') return msg('The parts of the reader are being fetched.');
    if (this.fetching === 'failed')
      return msg('The parts of the reader could not be fetched. Try again when there is a network.');
    return kept === 0
      ? msg('The parts of the reader come with your first document.')
      : msg(
          str`${formatNumber(total - kept)} of ${formatNumber(total)} parts of the reader are not on this device yet. They come with the next document.`,
        );
  }

  #renderButton(): TemplateResult {
    return html`<button ?disabled=${this.fetching === 'running'} @click=${this.#fetch}>
      ${msg('Fetch them now')}
    </button>`;
  }

  async #look(): Promise<void> {
    this.assets = await this.app?.worker.countReaderAssets();
  }

  async #fetch(): Promise<void> {
    const { app } = this;
    if (!app) return;
    this.fetching = 'running';
    this.assets = await app.worker.fetchReaderAssets();
    this.fetching = 'failed'; // Unless nothing lacks any more, and then nobody asks.
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-reading': SettingsReading;
  }
}
