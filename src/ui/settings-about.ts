import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import { appBuild } from './app-build.ts';
import type { Licence } from './build/licences.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';

type Licences =
  | { readonly state: 'closed' | 'loading' | 'failed' }
  | { readonly state: 'loaded'; readonly all: readonly Licence[] };

/** Which Longhaul this is, and what it is made of. */
@customElement('settings-about')
export class SettingsAbout extends LitElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    css`
      details,
      pre {
        inline-size: 100%;
        min-inline-size: 0;
      }

      summary {
        padding-block: var(--space-2);
        cursor: pointer;
        overflow-wrap: anywhere;
      }

      li {
        border-block-start: 1px solid var(--line);
      }

      li summary {
        padding-inline-start: var(--space-2);
      }

      pre {
        margin: 0 0 var(--space-3);
        padding: var(--space-3);
        border-radius: var(--radius);
        background: var(--sunken);
        font-size: var(--text-s);
        line-height: 1.5;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private licences: Licences = { state: 'closed' };

  override render(): TemplateResult {
    return html`
      <section aria-labelledby="about">
        <h2 id="about">${msg('About')}</h2>
        <p class="soft">
          ${msg(str`Longhaul ${__LONGHAUL_VERSION__}, build ${appBuild()}. It is free software under the MIT licence.`)}
        </p>
        <details @toggle=${this.#toggle}>
          <summary>${msg('Licences of Longhaul and of everything in it')}</summary>
          ${this.#renderLicences()}
        </details>
      </section>
    `;
  }

  #renderLicences(): TemplateResult {
    switch (this.licences.state) {
      case 'closed':
      case 'loading':
        return html`<p class="soft">${msg('Loading…')}</p>`;
      case 'failed':
        return html`<p class="soft" role="alert">
          ${msg('The licences could not be loaded. Close this list and open it again when there is a network.')}
        </p>`;
      case 'loaded':
        return html`<ul role="list" aria-label=${msg('Licences')}>
          ${this.licences.all.map((licence) => renderLicence(licence))}
        </ul>`;
      default:
        return this.licences satisfies never;
    }
  }

  #toggle({ target }: Event): void {
    const isOpen = (target as HTMLDetailsElement).open;
    if (isOpen && this.licences.state !== 'loaded') void this.#load();
  }

  /** The worker keeps the file with the app's own: it is there without a network, too. */
  async #load(): Promise<void> {
    this.licences = { state: 'loading' };
    try {
      const answer = await fetch(`${import.meta.env.BASE_URL}licences.json`);
      this.licences = { state: 'loaded', all: (await answer.json()) as readonly Licence[] };
    } catch (error) {
      this.licences = { state: 'failed' };
      reportError(error);
    }
  }
}

function renderLicence({ name, version, licence, texts }: Licence): TemplateResult {
  const facts = [version, licence].filter((fact) => fact !== undefined).join(' · ');
  return html`<li>
    <details>
      <summary><span>${name}</span> <span class="soft small">${facts}</span></summary>
      ${texts.map((text) => html`<pre>${text}</pre>`)}
    </details>
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-about': SettingsAbout;
  }
}
