import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { pathTo } from './route.ts';
import { sharedStyles } from './shared-styles.ts';

/** For addresses that no screen has. */
@customElement('unknown-screen')
export class UnknownScreen extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      h1 {
        margin-block-end: var(--space-2);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`
      <h1>There is nothing here</h1>
      <p>No screen has this address. <a href=${pathTo({ screen: 'library' })}>Go to the Library</a>.</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unknown-screen': UnknownScreen;
  }
}
