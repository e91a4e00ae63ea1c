import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
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
        :host {
          display: grid;
          grid-template-columns: repeat(3, auto);
        }

        p {
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
      <p role="status">${selected.length.toLocaleString('en')} selected</p>
      ${this.#renderButton('Select all', { command: 'select-all' }, true)}
      ${this.#renderButton('Done', { command: 'stop-selecting' }, true)}
      ${this.#renderButton(areFavourites ? 'Remove from favourites' : 'Favourite', { command: 'favourite', ids, isOn: !areFavourites })}
      ${this.#renderButton('Collections…', { command: 'collect', ids })}
      ${this.#renderButton(html`<span><span class="verb">Mark as </span><span class="mark">finished</span></span>`, { command: 'finished', ids })}
      ${this.#renderButton(html`<span><span class="verb">Mark as </span><span class="mark">unread</span></span>`, { command: 'unread', ids })}
      ${this.#renderButton('Remove', { command: 'remove', ids })}
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

declare global {
  interface HTMLElementTagNameMap {
    'selection-bar': SelectionBar;
  }
}
