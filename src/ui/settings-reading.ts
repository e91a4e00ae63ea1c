import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from './app.ts';
import { sharedStyles } from './shared-styles.ts';
import type { ReaderAssets } from './worker-registration.ts';

/** Whether documents can be read without a network: the reader's parts come with the first of them. */
@customElement('settings-reading')
export class SettingsReading extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      section {
        display: grid;
        gap: var(--space-3);
        justify-items: start;
        padding-block-start: var(--space-3);
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @state() private assets: ReaderAssets | undefined;
  @state() private isFetching = false;
  @state() private hasFailed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('app')) void this.#look();
  }

  override render(): unknown {
    const { assets } = this;
    if (!assets) return nothing;
    const isWhole = assets.kept === assets.total;
    return html`
      <section aria-labelledby="reading">
        <h2 id="reading">Reading without a network</h2>
        <p class="soft" role="status">
          ${isWhole ? 'Everything that the reader needs is on this device.' : this.#lack(assets)}
        </p>
        ${isWhole ? nothing : this.#renderButton()}
      </section>
    `;
  }

  #lack({ kept, total }: ReaderAssets): string {
    if (this.isFetching) return 'The parts of the reader are being fetched.';
    if (this.hasFailed) return 'The parts of the reader could not be fetched. Try again when there is a network.';
    return kept === 0
      ? 'The parts of the reader come with your first document.'
      : `${total - kept} of ${total} parts of the reader are not on this device yet. They come with the next document.`;
  }

  #renderButton(): TemplateResult {
    return html`<button ?disabled=${this.isFetching} @click=${this.#fetch}>Fetch them now</button>`;
  }

  async #look(): Promise<void> {
    this.assets = await this.app?.worker.countReaderAssets();
  }

  async #fetch(): Promise<void> {
    const { app } = this;
    if (!app) return;
    this.isFetching = true;
    this.assets = await app.worker.fetchReaderAssets();
    this.isFetching = false;
    this.hasFailed = this.assets?.kept !== this.assets?.total;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-reading': SettingsReading;
  }
}
