import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** What has become of a press on the link or its copy. */
const OUTCOMES = {
  explained: () => msg('This link works in your bookmarks: drag it there.'),
  copied: () => msg('Copied. Make a new bookmark, and paste it as its address.'),
  refused: () => msg('The browser does not let Longhaul copy. Drag the link to your bookmarks bar.'),
} as const;

/** Ways to add what is open in another tab. */
@customElement('settings-adding')
export class SettingsAdding extends LitElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    css`
      section {
        justify-items: start;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .button {
        cursor: grab;
      }
    `,
  ];

  @state() private outcome: keyof typeof OUTCOMES | undefined;

  override render(): TemplateResult {
    return html`
      <section aria-labelledby="adding">
        <h2 id="adding">${msg('Add from other pages')}</h2>
        <p class="soft">
          ${msg(
            'Drag this link to your bookmarks bar. Press it there while a PDF is open in a tab, and Longhaul asks whether to download it. Where the bar can’t be reached, copy the link and make a bookmark of it.',
          )}
        </p>
        <div class="buttons">
          <a class="button" href=${bookmarklet()} @click=${this.#explain}>${msg('Add to Longhaul')}</a>
          <button @click=${this.#copy}>${msg('Copy the link')}</button>
        </div>
        <p class="soft" role="status">${this.outcome ? OUTCOMES[this.outcome]() : nothing}</p>
      </section>
    `;
  }

  /** It is made for other pages; here the policy of the app would refuse it. */
  #explain(event: MouseEvent): void {
    event.preventDefault();
    this.outcome = 'explained';
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(bookmarklet());
      this.outcome = 'copied';
    } catch {
      this.outcome = 'refused';
    }
  }
}

/** Opens the app in a tab of its own with the address of the page that it is pressed on. */
function bookmarklet(): string {
  const target = new URL(import.meta.env.BASE_URL, location.href);
  return `javascript:void open('${target.href}?add='+encodeURIComponent(location.href),'_blank','noopener')`;
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-adding': SettingsAdding;
  }
}
