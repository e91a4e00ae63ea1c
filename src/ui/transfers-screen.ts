import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TransferTask } from '../transfer/transfer-task.ts';
import type { App } from './app.ts';
import './close-hint.ts';
import './notification-offer.ts';
import './sample-shelf.ts';
import './transfer-list.ts';
import { SessionController } from './session-controller.ts';
import { sharedStyles } from './shared-styles.ts';

/** Every transfer there is, the newest first. */
@customElement('transfers-screen')
export class TransfersScreen extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  readonly #session = new SessionController(this, () => this.app);

  override render(): TemplateResult {
    const { tasks } = this.#session;
    return html`
      <h1 tabindex="-1">Transfers</h1>
      ${tasks ? this.#renderTasks(tasks) : nothing}
    `;
  }

  #renderTasks(tasks: readonly TransferTask[]): TemplateResult {
    if (tasks.length === 0) {
      return html`
        <p class="soft">Nothing is on its way. Paste the address of a PDF above, or try one of these.</p>
        <sample-shelf .app=${this.app}></sample-shelf>
      `;
    }
    return html`
      <notification-offer></notification-offer>
      <close-hint .tasks=${tasks}></close-hint>
      <transfer-list .tasks=${tasks.toReversed()}></transfer-list>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfers-screen': TransfersScreen;
  }
}
