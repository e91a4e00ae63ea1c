import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import { readSettings, writeSetting } from '../store/settings.ts';
import { carriesOnWithoutWindow } from './carries-on.ts';
import { headingOf } from './heading.ts';
import { NotificationPermissionController } from './notification-permission-controller.ts';
import { offerStyles } from './offer-styles.ts';
import { passFocusOn } from './pass-focus-on.ts';
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

      /* At the end of what has a frame already. */
      :host([floating]) :is(.offer, .denied) {
        padding: var(--space-2) var(--space-3);
        border: 0;
        border-radius: var(--offer-radius, 0) var(--offer-radius, 0) 0 0;
      }

      :host([floating]) .offer p {
        flex-basis: 100%;
      }
    `,
  ];

  /** Says nothing where there is nothing to ask. */
  @property({ attribute: false }) isBrief = false;
  readonly #settings = new QueryController(this, 'settings', readSettings);
  readonly #permission = new NotificationPermissionController(this);

  constructor() {
    super();
    passFocusOn(this, () => headingOf(this));
  }

  override render(): TemplateResult | typeof nothing {
    const settings = this.#settings.value;
    if (!settings?.notifications) return nothing; // Not before the answer is known, nor to who has turned them off.
    if (this.#permission.value === 'denied') return this.isBrief ? nothing : this.#renderDenied();
    if (this.#permission.value !== 'default' || settings.notificationsDeclined) return nothing;
    return html`
      <div class="offer">
        <p>
          ${
            carriesOnWithoutWindow()
              ? msg('Shall Longhaul tell you when it is there, even with this tab closed?')
              : msg('Shall Longhaul tell you when it is there, while you look at something else?')
          }
        </p>
        <button class="primary" @click=${() => this.#permission.ask()}>${msg('Notify me')}</button>
        <button class="quiet" @click=${() => void writeSetting('notificationsDeclined', true)}>
          ${msg('Not now')}
        </button>
      </div>
    `;
  }

  #renderDenied(): TemplateResult {
    return html`<p class="soft denied">
      ${msg(
        'Notifications are blocked for this site, so look into the Library. You can allow them in the browser’s site settings.',
      )}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notification-offer': NotificationOffer;
  }
}
