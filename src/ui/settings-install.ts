import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { App } from './app.ts';
import './install-button.ts';
import { INSTALL_WORDS, installWay } from './install-words.ts';
import { InstallationController } from './installation-controller.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** Whether Longhaul is an app here, and how it becomes one. */
@customElement('settings-install')
export class SettingsInstall extends LitElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    css`
      section {
        justify-items: start;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  readonly #installation = new InstallationController(this, () => this.app);

  override render(): TemplateResult {
    return html`
      <section aria-labelledby="install">
        <h2 id="install">${msg('Install')}</h2>
        ${this.#installation.state === 'installed' ? this.#renderInstalled() : this.#renderHow()}
      </section>
    `;
  }

  #renderInstalled(): TemplateResult {
    return html`<p class="soft" role="status">${msg('Longhaul is installed on this device.')}</p>`;
  }

  #renderHow(): TemplateResult {
    const way = installWay(navigator.userAgent, navigator.maxTouchPoints);
    return html`
      <p class="soft">
        ${msg(
          'Installed, Longhaul has a window and an icon of its own, is in the system’s share menu, and can open the PDFs on this device. Your library stays as it is.',
        )}
      </p>
      ${
        this.#installation.state === 'offered'
          ? html`<install-button .app=${this.app}></install-button>`
          : html`<p class="soft">${INSTALL_WORDS[way]()}</p>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-install': SettingsInstall;
  }
}
