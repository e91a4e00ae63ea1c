import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LateElement } from './late-element.ts';
import { msg } from '../language/msg.ts';
import { LANGUAGES, nameOfLanguage } from '../language/language.ts';
import { carriesOnWithoutWindow } from './carries-on.ts';
import { changeLanguage, chosenLanguage } from './page-language.ts';
import { type Settings, readSettings, writeSetting } from '../store/settings.ts';
import type { App } from './app.ts';
import { nextTask } from './next-task.ts';
import { QueryController } from './query-controller.ts';
import type { SectionRequestEvent } from './section-request-event.ts';
import './settings-about.ts';
import './settings-adding.ts';
import './settings-archive.ts';
import './settings-contents.ts';
import './settings-diagnostics.ts';
import './settings-install.ts';
import './settings-keyboard.ts';
import './settings-notifications.ts';
import './settings-reading.ts';
import './settings-storage.ts';
import './settings-transfers.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';
import './sign-in-list.ts';

const THEMES: readonly { readonly value: Settings['theme']; readonly text: () => string }[] = [
  { value: 'system', text: () => msg('As the system') },
  { value: 'light', text: () => msg('Light') },
  { value: 'dark', text: () => msg('Dark') },
];

/** What the person can choose, and how the browser stands. */
@customElement('settings-screen')
export class SettingsScreen extends LateElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    css`
      :host,
      .sections {
        display: grid;
        gap: var(--space-3);
      }

      .sections:not([data-ready]) {
        visibility: hidden;
      }

      .sections > * {
        min-inline-size: 0;
      }

      section {
        justify-items: start;
      }

      settings-contents {
        min-inline-size: 0;
      }

      @media (min-width: 52rem) {
        :host {
          grid-template-columns: 10rem minmax(0, 1fr);
          column-gap: var(--space-5);
        }

        h1 {
          grid-column: 1 / -1;
        }

        settings-contents {
          position: sticky;
          inset-block-start: calc(var(--bar-kept) + var(--space-3));
          align-self: start;
        }
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
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  /** The sections have asked the store for what they show: they come together, and nothing jumps. */
  @state() private isReady = false;
  /** So many of them are drawn: one after the other, so that no press has to wait for all. */
  @state() private drawn = 1;
  @query('.sections') private readonly sections!: HTMLElement;
  readonly #settings = new QueryController(this, 'settings', readSettings);

  protected override get known(): Promise<void> {
    return this.#settings.first;
  }

  protected override firstUpdated(): void {
    void this.#drawAll();
  }

  async #drawAll(): Promise<void> {
    for (const { length } = this.#sections(); this.drawn < length; this.drawn += 1) await nextTask();
    await this.updateComplete;
    const elements = [...this.sections.children].filter((each) => each instanceof LitElement);
    // What one of them can't show must not hide the others.
    await Promise.allSettled(elements.map((each) => each.updateComplete));
    this.isReady = true;
  }

  override render(): TemplateResult {
    return html`
      <h1 tabindex="-1">${msg('Settings')}</h1>
      <settings-contents @sectionrequest=${this.#goTo}></settings-contents>
      <div class="sections" ?data-ready=${this.isReady}>${this.#sections().slice(0, this.drawn)}</div>
    `;
  }

  #sections(): readonly (TemplateResult | typeof nothing)[] {
    const { app } = this;
    const settings = this.#settings.value;
    return [
      settings ? this.#renderAppearance(settings) : nothing,
      html`<settings-notifications></settings-notifications>`,
      html`<settings-transfers .app=${app}></settings-transfers>`,
      html`<sign-in-list></sign-in-list>`,
      html`<settings-storage .app=${app}></settings-storage>`,
      html`<settings-reading .app=${app}></settings-reading>`,
      html`<settings-archive .app=${app}></settings-archive>`,
      html`<settings-adding></settings-adding>`,
      html`<settings-install .app=${app}></settings-install>`,
      html`<settings-keyboard></settings-keyboard>`,
      this.#renderBrowser(),
      html`<settings-diagnostics .app=${app}></settings-diagnostics>`,
      html`<settings-about></settings-about>`,
    ];
  }

  #goTo({ selector }: SectionRequestEvent): void {
    const found = this.shadowRoot?.querySelector<HTMLElement>(selector);
    const heading = found?.shadowRoot?.querySelector('h2') ?? found;
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    (heading.closest('section') ?? heading).scrollIntoView();
  }

  #renderAppearance({ theme }: Settings): TemplateResult {
    const choose = (event: Event): void =>
      void writeSetting('theme', (event.target as HTMLSelectElement).value as Settings['theme']);
    const chooseLanguage = ({ target }: Event): void => {
      const { value } = target as HTMLSelectElement;
      changeLanguage(LANGUAGES.find((code) => code === value) ?? null).catch(reportError);
    };
    return html`
      <section aria-labelledby="appearance">
        <h2 id="appearance">${msg('Appearance')}</h2>
        <label>
          ${msg('Theme')}
          <select @change=${choose}>
            ${THEMES.map(({ value, text }) => html`<option value=${value} ?selected=${value === theme}>${text()}</option>`)}
          </select>
        </label>
        <label>
          ${msg('Language')}
          <select @change=${chooseLanguage}>
            <option value="" ?selected=${chosenLanguage() === null}>${msg('As the browser')}</option>
            ${LANGUAGES.map(
              (code) => html`
                <option value=${code} lang=${code} ?selected=${code === chosenLanguage()}>
                  ${nameOfLanguage(code)}
                </option>
              `,
            )}
          </select>
        </label>
      </section>
    `;
  }

  #renderBrowser(): TemplateResult {
    return html`
      <section aria-labelledby="browser">
        <h2 id="browser">${msg('This browser')}</h2>
        <p class="soft">
          ${
            carriesOnWithoutWindow()
              ? msg('Downloads go on when every tab is closed.')
              : msg(
                  'It has no Background Fetch, so downloads go on only while a window of Longhaul is open. Chrome and Edge have it.',
                )
          }
        </p>
        ${'setAppBadge' in navigator ? nothing : html`<p class="soft">${msg('This browser has no badges, so an icon of Longhaul doesn’t count what has come unseen.')}</p>`}
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-screen': SettingsScreen;
  }
}
