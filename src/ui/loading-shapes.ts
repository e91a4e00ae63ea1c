import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sharedStyles } from './shared-styles.ts';
import { shapesWereSeen } from './start-frame.ts';

/** The places of a heading and of what stands below it, while the store is asked for them. As in `start-frame.css`. */
@customElement('loading-shapes')
export class LoadingShapes extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      /* Most answers are there before anybody could see it. */
      div {
        display: grid;
        gap: var(--space-3);
        animation: wait 200ms 200ms backwards;
      }

      .at-once {
        animation: none;
      }

      @keyframes wait {
        from {
          opacity: 0;
        }
      }

      i {
        block-size: 5rem;
        border-radius: var(--radius);
        background: color-mix(in srgb, var(--line) 50%, transparent);
      }

      .heading {
        inline-size: min(12rem, 60%);
        block-size: 1.75rem;
      }
    `,
  ];

  /** The heading is there already. */
  @property({ attribute: false }) isBelowHeading = false;

  override render(): TemplateResult {
    return html`
      <div class=${shapesWereSeen() ? 'at-once' : ''} aria-hidden="true">
        ${this.isBelowHeading ? nothing : html`<i class="heading"></i>`}
        <i></i><i></i><i></i>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loading-shapes': LoadingShapes;
  }
}
