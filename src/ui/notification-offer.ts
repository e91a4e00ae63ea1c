import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { readSettings, writeSetting } from '../store/settings.ts';
import { offerStyles } from './offer-styles.ts';
import { QueryController } from './query-controller.ts';
import { sharedStyles } from './shared-styles.ts';

/** Asks, where a download is on its way, whether the person wants to be told; says so when the answer is no. */
@customElement('notification-offer')
export class NotificationOffer extends LitElement {
  static override readonly styles = [
    sharedStyles,
    offerStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  readonly #settings = new QueryController(this, 'settings', readSettings);
  @state() private permission: NotificationPermission | undefined = globalThis.Notification?.permission;

  override render(): TemplateResult | typeof nothing {
    if (this.permission === 'denied') return this.#renderDenied();
    const isDeclined = this.#settings.value?.notificationsDeclined ?? true; // Not before the answer is known.
    if (this.permission !== 'default' || isDeclined) return nothing;
    return html`
      <div class="offer">
        <p>Shall Longhaul tell you when it is there, even with this tab closed?</p>
        <button class="primary" @click=${this.#ask}>Notify me</button>
        <button class="quiet" @click=${() => void writeSetting('notificationsDeclined', true)}>Not now</button>
      </div>
    `;
  }

  #renderDenied(): TemplateResult {
    return html`<p class="soft">
      Notifications are blocked for this site, so look into the Library. You can allow them in the browser’s site
      settings.
    </p>`;
  }

  async #ask(): Promise<void> {
    this.permission = await Notification.requestPermission();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notification-offer': NotificationOffer;
  }
}
