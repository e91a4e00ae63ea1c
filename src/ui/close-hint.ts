import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { sharedStyles } from './shared-styles.ts';

/**
 * Says whether the tab may be closed. Before a first byte has come it may not: in a browser that has just started, a
 * fetch whose last tab closes too early can be held back for minutes.
 */
@customElement('close-hint')
export class CloseHint extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      /* While it says nothing, it takes no room. */
      :host {
        display: contents;
      }

      p:empty {
        position: absolute;
      }
    `,
  ];

  @property({ attribute: false }) tasks: readonly TransferTask[] = [];

  override render(): TemplateResult {
    return html`<p class="soft" role="status">${this.#words()}</p>`;
  }

  #words(): string | typeof nothing {
    const running = this.tasks.filter(({ state }) => state.state === 'running');
    const waits = this.tasks.some(({ state }) => state.state === 'waiting' && state.reason === 'turn');
    if (running.length === 0 && !waits) return nothing;
    if (!running.some(({ progress }) => progress.bytesReceived > 0))
      return msg('Keep this tab open a moment: it is starting.');
    if (waits) return msg('Keep a tab open until all have started: the browser takes five at a time.');
    return msg('You can close this tab now. The browser carries on, and the document will be in the Library.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'close-hint': CloseHint;
  }
}
