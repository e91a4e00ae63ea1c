import { LitElement, type TemplateResult, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { nextMenuItem, placeMenu } from './menu.ts';
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
  #button: HTMLElement | undefined;

  override render(): TemplateResult {
    return html`
      <div
        popover
        role="menu"
        aria-label=${msg(str`Move ${this.waiting?.task.name ?? ''}`)}
        @keydown=${this.#press}
        @toggle=${this.#follow}
      >
        <div class="group" role="group">${ITEMS.map(([move, label]) => this.#renderItem(move, label()))}</div>
      </div>
    `;
  }

  /** Opens at a button; a second press on it closes. */
  async open(waiting: Waiting, button: HTMLElement): Promise<void> {
    this.#button = button;
    this.waiting = waiting;
    button.setAttribute('aria-expanded', 'true');
    await this.updateComplete;
    this.popoverElement.showPopover();
    placeMenu(this.popoverElement, button);
    this.#items()[0]?.focus({ preventScroll: true });
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
    this.#close();
    this.dispatchEvent(new TransferCommandEvent(move, this.waiting.task));
  }

  #follow({ newState }: ToggleEvent): void {
    if (newState === 'closed') this.#button?.removeAttribute('aria-expanded');
  }

  #close(): void {
    this.popoverElement.hidePopover();
    this.#button?.focus({ preventScroll: true });
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      return this.#close();
    }
    const items = this.#items();
    const next = nextMenuItem(event.key, items.indexOf(this.shadowRoot?.activeElement as HTMLElement));
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }

  #items(): readonly HTMLElement[] {
    return [...this.popoverElement.querySelectorAll<HTMLElement>('button')];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'move-menu': MoveMenu;
  }
}
