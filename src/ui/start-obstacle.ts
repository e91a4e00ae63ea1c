import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import { type ObstacleWords, missingWords, obstacleWords } from './obstacle-words.ts';
import { sharedStyles } from './shared-styles.ts';
import type { StoreObstacle } from '../store/store-obstacle.ts';
import { wordmark } from './wordmark.ts';

/**
 * Stands in the place of all screens where Longhaul can't work: says why, and what to do. Nothing pretends to work.
 *
 * @fires {Event} reload - the person wants to try again
 */
@customElement('start-obstacle')
export class StartObstacle extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      main {
        display: grid;
        justify-items: start;
        gap: var(--space-3);
        max-inline-size: 36rem;
        margin-inline: auto;
        padding: var(--space-6) max(var(--space-3), env(safe-area-inset-right)) var(--space-6)
          max(var(--space-3), env(safe-area-inset-left));
      }

      h1 {
        margin-block-end: var(--space-2);
      }

      .name {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        font: 600 1.25rem/1 var(--face-display);
      }

      .name svg {
        inline-size: 1.75rem;
        block-size: 1.75rem;
      }
    `,
  ];

  @property({ attribute: false }) obstacle: StoreObstacle | undefined;
  /** What the browser lacks. */
  @property({ attribute: false }) missing: readonly string[] = [];

  override render(): TemplateResult | typeof nothing {
    if (this.missing.length > 0) return this.#renderWords(missingWords(this.missing, isSecureContext));
    return this.obstacle ? this.#renderWords(obstacleWords(this.obstacle)) : nothing;
  }

  #renderWords({ title, sentences, passes }: ObstacleWords): TemplateResult {
    return html`
      <main>
        <p class="name">${wordmark} Longhaul</p>
        <div role="alert">
          <h1 tabindex="-1">${title}</h1>
          <p>${sentences}</p>
        </div>
        ${passes ? nothing : html`<button class="primary" @click=${this.#reload}>${msg('Reload')}</button>`}
      </main>
    `;
  }

  #reload(): void {
    if (this.dispatchEvent(new Event('reload', { cancelable: true }))) location.reload();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'start-obstacle': StartObstacle;
  }
}
