import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { fillIn } from '../language/fill-in.ts';
import { msg } from '../language/msg.ts';
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
    const link = html`<a href=${pathTo({ screen: 'library' })}>${msg('Go to the Library')}</a>`;
    return html`
      <h1 tabindex="-1">${msg('There is nothing here')}</h1>
      <p>${fillIn(msg('No screen has this address. {link}.'), { link })}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unknown-screen': UnknownScreen;
  }
}
