import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { listDocuments } from '../store/documents.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import type { App } from './app.ts';
import './close-hint.ts';
import './document-list.ts';
import './library-search.ts';
import './notification-offer.ts';
import './sample-shelf.ts';
import './transfer-list.ts';
import { inListOrder } from './list-order.ts';
import { QueryController } from './query-controller.ts';
import { SessionController } from './session-controller.ts';
import { sharedStyles } from './shared-styles.ts';

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
  readonly #documents = new QueryController(this, 'documents', listDocuments);

  override render(): TemplateResult | typeof nothing {
    const documents = this.#documents.value;
    const onTheirWay = this.#session.tasks?.filter(({ state }) => state.state !== 'completed') ?? [];
    if (!documents) return nothing;
    const isEmpty = documents.length === 0;
    const isWelcome = isEmpty && onTheirWay.length === 0;
    return html`
      <div class="lead">
        <h1 tabindex="-1" class=${isWelcome ? 'large' : ''}>
          ${isWelcome ? 'Downloads that outlive their tab' : 'Library'}
        </h1>
        ${isWelcome ? this.#renderSteps() : nothing}
      </div>
      <library-search .isOffered=${!isEmpty}>
        ${onTheirWay.length > 0 ? this.#renderOnTheirWay(onTheirWay) : nothing}
        ${isEmpty ? nothing : html`<document-list .documents=${documents}></document-list>`}
        <sample-shelf .app=${this.app}></sample-shelf>
      </library-search>
    `;
  }

  #renderSteps(): TemplateResult {
    return html`
      <ol role="list">
        <li>Paste the address of a PDF above, or take a sample below.</li>
        <li>Close the tab. The browser carries on and tells you when it is there.</li>
        <li>Read it here, also without a network.</li>
      </ol>
    `;
  }

  #renderOnTheirWay(tasks: readonly TransferTask[]): TemplateResult {
    return html`
      <section aria-labelledby="on-their-way">
        <h2 id="on-their-way">On their way</h2>
        <notification-offer></notification-offer>
        <close-hint .tasks=${tasks}></close-hint>
        <transfer-list .tasks=${inListOrder(tasks)}></transfer-list>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-screen': LibraryScreen;
  }
}
