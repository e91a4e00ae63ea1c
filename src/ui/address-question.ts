import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { AddressesEvent } from './addresses-event.ts';
import { dialogStyles } from './dialog-styles.ts';
import { sharedStyles } from './shared-styles.ts';
import { withoutCredential } from './words.ts';

/**
 * Asks before addresses that a link or another app brought are downloaded: any site can make such a link.
 *
 * @fires {AddressesEvent} addresses - the person wants them
 */
@customElement('address-question')
export class AddressQuestion extends LitElement {
  static override readonly styles = [
    sharedStyles,
    dialogStyles,
    css`
      ul {
        display: grid;
        gap: var(--space-2);
        max-block-size: 40dvh;
        margin-block: var(--space-3) var(--space-4);
        overflow: auto;
      }

      li {
        overflow-wrap: anywhere;
        font-size: var(--text-m);
      }

      strong {
        display: block;
        font-weight: 600;
      }
    `,
  ];

  @state() private addresses: readonly string[] = [];
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  async ask(addresses: readonly string[]): Promise<void> {
    this.addresses = [...this.addresses, ...addresses];
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  override render(): TemplateResult {
    const { addresses } = this;
    return html`
      <dialog aria-labelledby="question" @close=${this.#forget}>
        ${addresses.length === 0 ? nothing : this.#renderQuestion(addresses)}
      </dialog>
    `;
  }

  #renderQuestion(addresses: readonly string[]): TemplateResult {
    return html`
      <form method="dialog">
        <h2 id="question">${questionWords(addresses.length)}</h2>
        <ul role="list" aria-label=${msg('Addresses')} tabindex="0">
          ${addresses.map((address) => html`<li><strong>${hostOf(address)}</strong>${withoutCredential(address)}</li>`)}
        </ul>
        <div class="buttons">
          <button autofocus>${msg('Not now')}</button>
          <button class="primary" @click=${this.#download}>${msg('Download')}</button>
        </div>
      </form>
    `;
  }

  #forget(): void {
    this.addresses = [];
  }

  #download(): void {
    this.dispatchEvent(new AddressesEvent(this.addresses.join('\n')));
  }
}

function questionWords(count: number): string {
  return counted(count, {
    one: () => msg('Download this?'),
    other: () => msg(str`Download ${formatNumber(count)} files?`),
  });
}

function hostOf(address: string): string | typeof nothing {
  return URL.parse(address)?.host || nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'address-question': AddressQuestion;
  }
}
