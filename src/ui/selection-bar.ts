import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fillIn } from '../language/fill-in.ts';
import { formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { DocumentRow } from '../store/schema.ts';
import { type ShelfCommand, ShelfCommandEvent } from './shelf-command.ts';
import { sharedStyles } from './shared-styles.ts';

/**
 * What can be done with all selected documents. Stays in the window while the list scrolls under it.
 *
 * @fires {ShelfCommandEvent} shelfcommand - an action on the selection, or its end
 */
@customElement('selection-bar')
export class SelectionBar extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1);
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--surface);
        box-shadow: var(--shadow);
      }

      p {
        flex: none;
        padding-inline: var(--space-2);
        font: 600 var(--text-m) / 1.4 var(--face);
      }

      button {
        min-block-size: 2.25rem;
        padding: 0 var(--space-2);
        font-size: 0.875rem;
      }

      .end {
        margin-inline-end: auto;
      }

      @media (pointer: coarse) {
        button {
          min-block-size: 2.5rem;
        }
      }

      @media (max-width: 44rem) {
        p,
        button {
          flex: 1 1 auto;
        }

        p {
          padding-inline: var(--space-1);
          white-space: nowrap;
        }

        /* The button keeps its whole name. */
        .verb {
          position: absolute;
          clip-path: inset(50%);
        }

        .mark {
          text-transform: capitalize;
        }

        .end {
          margin: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) selected: readonly DocumentRow[] = [];

  override render(): TemplateResult {
    const { selected } = this;
    const ids = selected.map(({ id }) => id);
    const areFavourites = selected.length > 0 && selected.every(({ isFavourite }) => isFavourite);
    return html`
      <p role="status">${msg(str`${formatNumber(selected.length)} selected`)}</p>
      ${this.#renderButton(msg('Select all'), { command: 'select-all' }, true)}
      ${this.#renderButton(msg('Done'), { command: 'stop-selecting' }, true)}
      ${this.#renderButton(areFavourites ? msg('Remove from favourites') : msg('Favourite'), { command: 'favourite', ids, isOn: !areFavourites })}
      ${this.#renderButton(msg('Collections…'), { command: 'collect', ids })}
      ${this.#renderButton(markAs(msg('finished')), { command: 'finished', ids })}
      ${this.#renderButton(markAs(msg('unread')), { command: 'unread', ids })}
      ${this.#renderButton(msg('Remove'), { command: 'remove', ids })}
    `;
  }

  #renderButton(text: string | TemplateResult, command: ShelfCommand, isAlways = false): TemplateResult {
    const isOff = !isAlways && this.selected.length === 0;
    return html`<button
      class=${command.command === 'stop-selecting' ? 'end' : 'quiet'}
      ?disabled=${isOff}
      @click=${() => this.dispatchEvent(new ShelfCommandEvent(command))}
    >
      ${text}
    </button>`;
  }
}

/** Where there is little room, only the state is seen. */
function markAs(state: string): TemplateResult {
  const parts = fillIn(msg('Mark as {state}', { desc: 'A button; {state} is finished or unread' }), {
    state: html`<span class="mark">${state}</span>`,
  });
  return html`<span
    >${parts.map((part) => (typeof part === 'string' ? html`<span class="verb">${part}</span>` : part))}</span
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    'selection-bar': SelectionBar;
  }
}
