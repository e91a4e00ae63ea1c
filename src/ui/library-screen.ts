import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { DocumentRow } from '../store/schema.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import type { App } from './app.ts';
import './close-hint.ts';
import './library-search.ts';
import './library-shelf.ts';
import './notification-offer.ts';
import './sample-shelf.ts';
import './transfer-list.ts';
import { carriesOnWithoutWindow } from './carries-on.ts';
import { inListOrder } from './list-order.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { SessionController } from './session-controller.ts';
import { sharedStyles } from './shared-styles.ts';
import { ShelfController } from './shelf-controller.ts';
import './storage-offers.ts';

/** Who has more documents than this knows what they look like. */
const FEW_DOCUMENTS = 2;

/** What can be read, and above it what is still on its way. */
@customElement('library-screen')
export class LibraryScreen extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-5);
      }

      section {
        display: grid;
        gap: var(--space-3);
        min-inline-size: 0;
      }

      notification-offer {
        display: contents;
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
  readonly #session = new SessionController(this, () => this.app);
  readonly #shelf = new ShelfController(this, () => this.app);

  constructor() {
    super();
    passFocusOn(this, () => this.shadowRoot?.querySelector('h1')); // The samples go when there is enough to read.
  }

  override render(): TemplateResult | typeof nothing {
    const { shelf } = this.#shelf;
    const onTheirWay = this.#session.tasks?.filter(({ state }) => state.state !== 'completed') ?? [];
    if (shelf?.total === undefined) return nothing;
    const isWelcome = shelf.total === 0 && onTheirWay.length === 0;
    return html`
      <div class="lead">
        <h1 tabindex="-1" class=${isWelcome ? 'large' : ''}>
          ${isWelcome ? msg('Downloads that outlive their tab') : msg('Library')}
        </h1>
        ${isWelcome ? this.#renderSteps() : nothing}
      </div>
      <storage-offers .app=${this.app}></storage-offers>
      <library-search .isOffered=${shelf.total > 0}>
        ${onTheirWay.length > 0 ? this.#renderOnTheirWay(onTheirWay) : nothing}
        ${shelf.total === 0 ? nothing : html`<library-shelf .app=${this.app}></library-shelf>`}
        ${shelf.total > FEW_DOCUMENTS ? nothing : this.#renderSamples(shelf.rows)}
      </library-search>
    `;
  }

  #renderSamples(documents: readonly DocumentRow[]): TemplateResult {
    const sources = documents.map(({ source }) => source).filter((source) => source !== undefined);
    return html`<sample-shelf .app=${this.app} .without=${sources}></sample-shelf>`;
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

  #renderOnTheirWay(tasks: readonly TransferTask[]): TemplateResult {
    return html`
      <section aria-labelledby="on-their-way">
        <h2 id="on-their-way">${msg('On their way')}</h2>
        <notification-offer></notification-offer>
        <close-hint .tasks=${tasks}></close-hint>
        <transfer-list .groups=${[{ kind: 'running', tasks: inListOrder(tasks) }]}></transfer-list>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-screen': LibraryScreen;
  }
}
