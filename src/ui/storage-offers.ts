import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { App } from './app.ts';
import { KeptHeight } from './kept-height.ts';
import './missing-offer.ts';
import './past-library-note.ts';
import './room-offer.ts';
import { sharedStyles } from './shared-styles.ts';
import { SurveyController } from './survey-controller.ts';
import './version-question.ts';

/** All that the Library has to say of its storage; nothing while all is well. */
@customElement('storage-offers')
export class StorageOffers extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      /* What is empty takes no room, and no gap either. */
      :host {
        display: grid;
        gap: var(--gap);
        align-content: start;
        margin-block-start: calc(-1 * var(--gap));
      }

      :host::before {
        content: '';
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  readonly #survey = new SurveyController(this);

  constructor() {
    super();
    this.addController(new KeptHeight(this, 'longhaul-offers-height', () => this.#survey.value !== undefined));
  }

  override render(): TemplateResult {
    const { app } = this;
    const survey = this.#survey.value;
    return html`
      <past-library-note></past-library-note>
      <missing-offer .app=${app} .documents=${survey?.missing ?? []}></missing-offer>
      ${repeat(
        survey?.otherVersions ?? [],
        ({ id }) => id,
        (row) => html`<version-question .document=${row}></version-question>`,
      )}
      <room-offer .app=${app} .survey=${survey}></room-offer>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'storage-offers': StorageOffers;
  }
}
