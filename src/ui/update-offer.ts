import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import { sharedStyles } from './shared-styles.ts';
import type { WorkerRegistration } from './worker-registration.ts';

/** Offers a new version of the app; it comes only when the person wants it. */
@customElement('update-offer')
export class UpdateOffer extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      .offer {
        position: fixed;
        inset-inline: var(--space-3);
        inset-block-end: max(var(--space-3), env(safe-area-inset-bottom));
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        max-inline-size: 26rem;
        margin-inline: auto;
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-3);
        border: 1px solid var(--accent);
        border-radius: var(--radius-l);
        background: var(--surface);
        box-shadow: var(--shadow-high);
        /* The tray of what is on its way stays in sight. */
        transform: translate(calc(-1 * var(--tray-aside, 0px)), calc(-1 * var(--tray-above, 0px)));
        transition: transform 160ms;
      }

      button {
        flex: none;
      }

      :host(:dir(rtl)) .offer {
        transform: translate(var(--tray-aside, 0px), calc(-1 * var(--tray-above, 0px)));
      }
    `,
  ];

  @property({ attribute: false }) worker: WorkerRegistration | undefined;
  readonly #redraw = (): void => this.requestUpdate();

  override firstUpdated(): void {
    this.worker?.addEventListener('update', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.worker?.removeEventListener('update', this.#redraw);
  }

  override render(): TemplateResult {
    return html`<div role="status">${this.worker?.isUpdateReady ? this.#renderOffer() : nothing}</div>`;
  }

  #renderOffer(): TemplateResult {
    return html`
      <div class="offer">
        <p>${msg('A new version is ready')}</p>
        <button class="primary" @click=${() => void this.worker?.applyUpdate()}>${msg('Reload')}</button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'update-offer': UpdateOffer;
  }
}
