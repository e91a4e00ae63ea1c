import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type Settings, readSettings, writeSetting } from '../store/settings.ts';
import type { App } from './app.ts';
import { QueryController } from './query-controller.ts';
import { passFocusOn } from './pass-focus-on.ts';
import './settings-adding.ts';
import './settings-archive.ts';
import './settings-install.ts';
import './settings-reading.ts';
import './settings-storage.ts';
import './settings-transfers.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';
import './sign-in-list.ts';

const THEMES: readonly { readonly value: Settings['theme']; readonly text: string }[] = [
  { value: 'system', text: 'As the system' },
  { value: 'light', text: 'Light' },
  { value: 'dark', text: 'Dark' },
];

const PERMISSION_WORDS: Readonly<Record<NotificationPermission, string>> = {
  granted: 'On. You are told when a document is there.',
  default: 'Off. Nobody has asked you yet.',
  denied: 'Blocked for this site. Allow them in the browser’s site settings.',
};

/** What the person can choose, and how the browser stands. */
@customElement('settings-screen')
export class SettingsScreen extends LitElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }

      :host,
      section {
        justify-items: start;
      }

      section {
        inline-size: 100%;
      }

      settings-adding,
      settings-archive,
      settings-install,
      settings-reading,
      settings-storage,
      settings-transfers {
        inline-size: 100%;
      }

      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 2.5rem;
      }

      select {
        min-block-size: 2.5rem;
        padding-inline: var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        font: inherit;
      }

      input[type='checkbox'] {
        inline-size: 1.25rem;
        block-size: 1.25rem;
        margin: 0;
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @query('#notifications') private readonly heading!: HTMLElement;
  readonly #settings = new QueryController(this, 'settings', readSettings);
  @state() private permission: NotificationPermission | undefined = globalThis.Notification?.permission;

  constructor() {
    super();
    passFocusOn(this, () => this.heading);
  }

  override render(): TemplateResult {
    const settings = this.#settings.value;
    return html`
      <h1 tabindex="-1">Settings</h1>
      ${settings ? html`${this.#renderAppearance(settings)} ${this.#renderNotifications(settings)}` : nothing}
      <settings-transfers .app=${this.app}></settings-transfers>
      <settings-install .app=${this.app}></settings-install>
      <settings-adding></settings-adding>
      <settings-archive .app=${this.app}></settings-archive>
      <sign-in-list></sign-in-list>
      <settings-reading .app=${this.app}></settings-reading>
      <settings-storage .app=${this.app}></settings-storage>
      ${this.#renderKeyboard()} ${this.#renderBrowser()}
    `;
  }

  #renderAppearance({ theme }: Settings): TemplateResult {
    const choose = (event: Event): void =>
      void writeSetting('theme', (event.target as HTMLSelectElement).value as Settings['theme']);
    return html`
      <section aria-labelledby="appearance">
        <h2 id="appearance">Appearance</h2>
        <label>
          Theme
          <select @change=${choose}>
            ${THEMES.map(({ value, text }) => html`<option value=${value} ?selected=${value === theme}>${text}</option>`)}
          </select>
        </label>
      </section>
    `;
  }

  #renderNotifications({ notificationSound }: Settings): TemplateResult {
    const choose = (event: Event): void =>
      void writeSetting('notificationSound', (event.target as HTMLInputElement).checked);
    return html`
      <section aria-labelledby="notifications">
        <h2 id="notifications" tabindex="-1">Notifications</h2>
        <p class="soft">${this.permission ? PERMISSION_WORDS[this.permission] : 'This browser has none.'}</p>
        ${this.permission === 'default' ? html`<button @click=${this.#allow}>Turn on</button>` : nothing}
        <label><input type="checkbox" .checked=${notificationSound} @change=${choose} /> With sound</label>
      </section>
    `;
  }

  #renderKeyboard(): TemplateResult {
    return html`
      <section aria-labelledby="keyboard">
        <h2 id="keyboard">Keyboard</h2>
        <p class="soft">Whatever the mouse does has a key. <kbd>?</kbd> shows all, on every screen.</p>
        <button @click=${() => document.querySelector('keys-dialog')?.open()}>Show all keys</button>
      </section>
    `;
  }

  #renderBrowser(): TemplateResult {
    const canFetch = 'serviceWorker' in navigator && 'BackgroundFetchManager' in globalThis;
    return html`
      <section aria-labelledby="browser">
        <h2 id="browser">This browser</h2>
        <p class="soft">
          ${
            canFetch
              ? 'Downloads go on when every tab is closed.'
              : 'It has no Background Fetch, so downloads go on only while a window of Longhaul is open. Chrome and Edge have it.'
          }
        </p>
      </section>
    `;
  }

  async #allow(): Promise<void> {
    this.permission = await Notification.requestPermission();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-screen': SettingsScreen;
  }
}
