import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import { SectionRequestEvent } from './section-request-event.ts';
import { sharedStyles } from './shared-styles.ts';

/** The parts of Settings in their order: what each is called here, and where its heading is found. */
const SECTIONS: readonly (readonly [label: () => string, selector: string])[] = [
  [() => msg('Appearance'), '#appearance'],
  [() => msg('Notifications'), 'settings-notifications'],
  [() => msg('Transfers'), 'settings-transfers'],
  [() => msg('Sign-ins'), 'sign-in-list'],
  [() => msg('Storage'), 'settings-storage'],
  [() => msg('Reading offline'), 'settings-reading'],
  [() => msg('Take along'), 'settings-archive'],
  [() => msg('From other pages'), 'settings-adding'],
  [() => msg('As an app'), 'settings-install'],
  [() => msg('Keyboard'), 'settings-keyboard'],
  [() => msg('This browser'), '#browser'],
  [() => msg('Diagnostics'), 'settings-diagnostics'],
  [() => msg('About'), 'settings-about'],
];

/**
 * The way to each part of Settings. Buttons, because a link within the page is a navigation, and browsers hold background
 * downloads up after each.
 *
 * @fires {SectionRequestEvent} sectionrequest - the person wants to go to a part
 */
@customElement('settings-contents')
export class SettingsContents extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      ul {
        display: flex;
        gap: var(--space-1);
        overflow-x: auto;
        scrollbar-width: none;
        margin-inline-start: calc(-1 * var(--space-2));
        padding: 2px 2rem 2px 2px;
        mask-image: linear-gradient(to left, transparent, black 2rem); /* There is more beside. */
      }

      button {
        padding-inline: var(--space-2);
        white-space: nowrap;
      }

      @media (min-width: 52rem) {
        ul {
          display: grid;
          overflow: visible;
          padding: 0;
          mask-image: none;
        }

        button {
          inline-size: 100%;
          justify-content: start;
          text-align: start;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`
      <ul role="list" aria-label=${msg('Parts of Settings')}>
        ${SECTIONS.map(([label, selector]) => this.#renderEntry(label(), selector))}
      </ul>
    `;
  }

  #renderEntry(label: string, selector: string): TemplateResult {
    const go = (): boolean => this.dispatchEvent(new SectionRequestEvent(selector));
    return html`<li><button class="quiet" @click=${go}>${label}</button></li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-contents': SettingsContents;
  }
}
