import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { App } from './app.ts';
import { headingOf, headingOfScreen } from './heading.ts';
import { InstallationController } from './installation-controller.ts';
import { sharedStyles } from './shared-styles.ts';

/** Installs the app, where the browser would do so now; else it isn't there. */
@customElement('install-button')
export class InstallButton extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: contents;
      }

      /* It may stand in the title bar. */
      button {
        app-region: no-drag;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  readonly #installation = new InstallationController(this, () => this.app);

  override render(): TemplateResult | typeof nothing {
    return this.#installation.state === 'offered'
      ? html`<button @click=${this.#install}>${msg('Install')}</button>`
      : nothing;
  }

  async #install(): Promise<void> {
    const heading = headingOf(this) ?? headingOfScreen();
    await this.app?.installation.ask();
    await this.updateComplete;
    if (document.activeElement === document.body) heading?.focus(); // The button is gone.
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'install-button': InstallButton;
  }
}
