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

      /* What it says changes while the person looks at what is below. */
      @media (max-width: 39.99rem) {
        p:not(:empty, .brief) {
          min-block-size: 3lh;
        }
      }

      /* One line, from the beginning; more only where letters are large. */
      .brief,
      .brief:empty {
        position: static;
        min-block-size: 1lh;
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ attribute: false }) tasks: readonly TransferTask[] = [];
  /** In one line, where there is little room. */
  @property({ attribute: false }) isBrief = false;
  /** What has spoken goes on: what is below it must not jump. */
  #hasSpoken = false;

  override render(): TemplateResult {
    return html`<p class="soft ${this.isBrief ? 'brief' : ''}" role="status">${this.#words()}</p>`;
  }

  #words(): string | typeof nothing {
    const running = this.tasks.filter(({ state }) => state.state === 'running');
    const waits = this.tasks.some(({ state }) => state.state === 'waiting' && state.reason === 'turn');
    const words = this.isBrief ? BRIEF_WORDS : LONG_WORDS;
    if (running.length === 0 && !waits) return this.#hasSpoken ? words.isOver() : nothing;
    this.#hasSpoken = true;
    const needsTab = running.some(({ state }) => state.state === 'running' && state.engine === 'fetch');
    if (needsTab) return words.needsTab();
    if (!running.some(({ progress }) => progress.bytesReceived > 0)) return words.starts();
    return waits ? words.waits() : words.carriesOn();
  }
}

const LONG_WORDS = {
  isOver: () => msg('Nothing runs now, so you can close this tab.'),
  needsTab: () => msg('Keep this tab open: the browser can’t carry on by itself with what runs now.'),
  starts: () => msg('Keep this tab open a moment: it is starting.'),
  waits: () => msg('Keep a tab open until all have started: the browser takes five at a time.'),
  carriesOn: () => msg('You can close this tab now. The browser carries on, and the document will be in the Library.'),
};

const BRIEF_WORDS: typeof LONG_WORDS = {
  isOver: () => msg('You can close this tab.'),
  needsTab: () => msg('Keep this tab open.'),
  starts: () => msg('Keep this tab open a moment.'),
  waits: () => msg('Keep a tab open for what waits.'),
  carriesOn: () => msg('You can close this tab now.'),
};

declare global {
  interface HTMLElementTagNameMap {
    'close-hint': CloseHint;
  }
}
