import { type TemplateResult, css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { LateElement } from './late-element.ts';
import { msg, str } from '../language/msg.ts';
import { listCredentials, removeCredential } from '../store/credentials.ts';
import type { CredentialRow } from '../store/schema.ts';
import { parseSpace } from '../transfer/challenge.ts';
import { QueryController } from './query-controller.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** The sign-ins that this device remembers, each with a way to forget it. Secrets are never shown. */
@customElement('sign-in-list')
export class SignInList extends LateElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    css`
      :host {
        inline-size: 100%;
      }

      h2:focus {
        outline: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2) var(--space-3);
        padding-block: var(--space-2);
      }

      li + li {
        border-block-start: 1px solid var(--line);
      }

      .text {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #credentials = new QueryController(this, 'credentials', listCredentials);
  @query('h2') private readonly heading!: HTMLElement;

  protected override get known(): Promise<void> {
    return this.#credentials.first;
  }

  override render(): TemplateResult {
    const rows = this.#credentials.value ?? [];
    return html`
      <section aria-labelledby="sign-ins">
        <h2 id="sign-ins" tabindex="-1">${msg('Sign-ins')}</h2>
        ${
          rows.length === 0
            ? html`<p class="soft">
                ${msg('None is remembered. When a server asks, you can have Longhaul remember it.')}
              </p>`
            : html`<ul role="list" aria-label=${msg('Sign-ins')}>
                ${rows.map((row) => html`<li>${this.#renderRow(row)}</li>`)}
              </ul>`
        }
      </section>
    `;
  }

  #renderRow({ space, scheme, user, isRefused }: CredentialRow): TemplateResult {
    const { origin, realm } = parseSpace(space);
    const { host } = new URL(origin);
    const name = realm === '' ? host : `${host}, ${realm}`;
    const facts = [
      realm,
      scheme === 'bearer' ? msg('with a token') : msg(str`as ${user}`, { desc: 'The name of a user follows' }),
      isRefused === true && msg('not accepted'),
    ];
    return html`
      <div class="text">
        <p>${host}</p>
        <p class="soft small">${facts.filter(Boolean).join(' · ')}</p>
      </div>
      <button aria-label=${msg(str`Remove the sign-in to ${name}`)} @click=${() => this.#remove(space)}>
        ${msg('Remove')}
      </button>
    `;
  }

  async #remove(space: string): Promise<void> {
    this.heading.focus(); // The button goes with its row.
    await removeCredential(space);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-list': SignInList;
  }
}
