import { LitElement, type TemplateResult, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { MenuPopover } from './menu.ts';
import { menuStyles } from './menu-styles.ts';
import { type QueueMove, placeAfter } from './queue-moves.ts';
import { sharedStyles } from './shared-styles.ts';
import { TransferCommandEvent } from './transfer-command-event.ts';

const ITEMS: readonly (readonly [move: QueueMove | 'move-to-top', label: () => string])[] = [
  ['move-to-top', () => msg('Move to top')],
  ['move-up', () => msg('Move up')],
  ['move-down', () => msg('Move down')],
  ['move-to-end', () => msg('Move to end')],
];

/** A transfer among those that wait. */
interface Waiting {
  readonly task: TransferTask;
  /** From 0. */
  readonly place: number;
  readonly count: number;
}

/**
 * Where a waiting transfer can go, for whoever doesn't drag. Follows the menu button pattern of the ARIA practices.
 *
 * @fires {TransferCommandEvent} transfercommand - the person chose a line
 */
@customElement('move-menu')
export class MoveMenu extends LitElement {
  static override readonly styles = [sharedStyles, menuStyles];

  @state() private waiting: Waiting | undefined;
  @query('[popover]') private readonly popoverElement!: HTMLElement;
  readonly #menu = new MenuPopover(() => this.popoverElement);

  override render(): TemplateResult {
    return html`
      <div
        popover
        role="menu"
        aria-label=${msg(str`Move ${this.waiting?.task.name ?? ''}`)}
        @keydown=${this.#menu.press}
        @toggle=${this.#menu.follow}
      >
        <div class="group" role="group">${ITEMS.map(([move, label]) => this.#renderItem(move, label()))}</div>
      </div>
    `;
  }

  /** Opens at a button; a second press on it closes. */
  async open(waiting: Waiting, button: HTMLElement): Promise<void> {
    this.waiting = waiting;
    await this.updateComplete;
    this.#menu.open(button);
  }

  /** A line that leads nowhere from here keeps its place, so that each stands where it always does. */
  #renderItem(move: QueueMove | 'move-to-top', label: string): TemplateResult {
    const { place = 0, count = 1 } = this.waiting ?? {};
    return html`<button
      role="menuitem"
      tabindex="-1"
      aria-disabled=${move !== 'move-to-top' && placeAfter(move, place, count) === place}
      @click=${() => this.#choose(move)}
    >
      ${label}
    </button>`;
  }

  #choose(move: QueueMove | 'move-to-top'): void {
    if (!this.waiting) return;
    this.#menu.close();
    this.dispatchEvent(new TransferCommandEvent(move, this.waiting.task));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'move-menu': MoveMenu;
  }
}
