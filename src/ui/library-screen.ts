import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { msg } from '../language/msg.ts';
import type { DocumentRow } from '../store/schema.ts';
import type { App } from './app.ts';
import './library-search.ts';
import './library-shelf.ts';
import './loading-shapes.ts';
import './sample-shelf.ts';
import { carriesOnWithoutWindow } from './carries-on.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { sharedStyles } from './shared-styles.ts';
import { ShelfController } from './shelf-controller.ts';
import './storage-offers.ts';
import './transfers-tray.ts';

/** Who has more documents than this knows what they look like. */
const FEW_DOCUMENTS = 2;

/** What can be read, and over its lower end what is still on its way. */
@customElement('library-screen')
export class LibraryScreen extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        --gap: var(--space-5);
        display: flex;
        flex-direction: column;
        gap: var(--gap);
      }

      /* The tray never stands over the last row. */
      .content {
        padding-block-end: var(--tray-room, 0);
      }

      /* The welcome gives way to the first document as a whole. */
      .content.has-come {
        animation: come 200ms ease-out;
      }

      @keyframes come {
        from {
          opacity: 0;
        }
      }

      @media (max-width: 39.99rem) {
        :host {
          --gap: var(--space-3);
        }
      }

      .lead {
        max-inline-size: 38rem;
      }

      .large {
        font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.5rem);
        margin-block-end: var(--space-2);
      }

      ol {
        display: grid;
        gap: var(--space-2);
        counter-reset: step;
        margin-block-start: var(--space-3);
      }

      ol li {
        display: flex;
        gap: var(--space-2);
        counter-increment: step;
      }

      ol li::before {
        content: counter(step) / '';
        flex: none;
        inline-size: 1.5rem;
        color: var(--accent);
        font: 600 var(--text-l) / 1.4 var(--face-display);
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  readonly #shelf = new ShelfController(this, () => this.app);

  /** The library was empty when it was last drawn, or before. */
  #hasWelcomed = false;

  constructor() {
    super();
    passFocusOn(this, () => this.shadowRoot?.querySelector('h1')); // The samples go when there is enough to read.
  }

  protected override willUpdate(): void {
    const isWelcome = this.#shelf.shelf?.total === 0;
    this.#hasWelcomed ||= isWelcome;
  }

  override render(): TemplateResult {
    const { shelf } = this.#shelf;
    if (shelf?.total === undefined) return html`<loading-shapes></loading-shapes>`;
    const isWelcome = shelf.total === 0;
    return html`
      <div class="lead">
        <h1 tabindex="-1" class=${isWelcome ? 'large' : ''}>
          ${isWelcome ? msg('Downloads that outlive their tab') : msg('Library')}
        </h1>
        ${isWelcome ? this.#renderSteps() : nothing}
      </div>
      <transfers-tray .app=${this.app}></transfers-tray>
      <storage-offers .app=${this.app}></storage-offers>
      ${keyed(isWelcome, this.#renderContent(shelf.total, shelf.rows))}
    `;
  }

  #renderContent(total: number, rows: readonly DocumentRow[]): TemplateResult {
    return html`
      <library-search class="content ${this.#hasWelcomed && total > 0 ? 'has-come' : ''}" .isOffered=${total > 0}>
        ${total === 0 ? nothing : html`<library-shelf .app=${this.app}></library-shelf>`}
        ${total > FEW_DOCUMENTS ? nothing : html`<sample-shelf .app=${this.app} .documents=${rows}></sample-shelf>`}
      </library-search>
    `;
  }

  #renderSteps(): TemplateResult {
    return html`
      <ol role="list">
        <li>${msg('Paste the address of a PDF above, choose a file that you have, or take a sample below.')}</li>
        <li>
          ${
            carriesOnWithoutWindow()
              ? msg('Close the tab. The browser carries on and tells you when it is there.')
              : msg(
                  'Keep the tab open until it is there: this browser can’t download in the background. Chrome and Edge can.',
                )
          }
        </li>
        <li>${msg('Read it here, also without a network.')}</li>
      </ol>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-screen': LibraryScreen;
  }
}
