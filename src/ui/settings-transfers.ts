import { type TemplateResult, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { choiceStyles } from './choice-styles.ts';
import { LateElement } from './late-element.ts';
import { msg } from '../language/msg.ts';
import type { ConditionsChange } from '../transfer/conditions.ts';
import { type Environment, onEnvironmentChange, readEnvironment } from '../transfer/environment.ts';
import type { App } from './app.ts';
import { carriesOnWithoutWindow } from './carries-on.ts';
import { batteryWords, dataSaverWords, lineWords } from './environment-words.ts';
import { SessionController } from './session-controller.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly isChosen: boolean;
  /** What the browser tells about it now, and what it can't. */
  readonly words: string;
  readonly changeTo: (isChosen: boolean) => ConditionsChange;
}

/** When downloads may run, as far as the browser can tell. */
@customElement('settings-transfers')
export class SettingsTransfers extends LateElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    choiceStyles,
    css`
      .choice {
        display: grid;
        grid-template-columns: auto 1fr;
        column-gap: var(--space-2);
        align-items: first baseline;
      }

      .choice p {
        grid-column: 2;
        min-block-size: 1lh; /* It comes a moment later. */
      }

      label {
        padding-block: var(--space-2);
      }

      input {
        translate: 0 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @state() private environment: Environment | undefined;
  readonly #session = new SessionController(this, () => this.app);
  #firstLook: Promise<void> | undefined;
  #lifetime = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lifetime = new AbortController();
    onEnvironmentChange(() => void this.#look(), this.#lifetime.signal);
    this.#firstLook = this.#look().catch(reportError);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
  }

  protected override get known(): Promise<unknown> | undefined {
    return this.#firstLook;
  }

  override render(): TemplateResult {
    return html`
      <section aria-labelledby="transfers">
        <h2 id="transfers">${msg('Transfers')}</h2>
        ${this.#choices().map((choice) => this.#renderChoice(choice))}
        <p class="soft">
          ${
            carriesOnWithoutWindow()
              ? msg(
                  'Longhaul looks at these while it is open. With every tab closed the browser itself carries on with what runs, whatever the line and the battery.',
                )
              : msg('Longhaul looks at these while it is open. With every window of it closed nothing goes on.')
          }
        </p>
      </section>
    `;
  }

  #choices(): readonly Choice[] {
    const { environment } = this;
    const conditions = this.#session.conditions ?? {};
    return [
      {
        id: 'unmetered',
        label: msg('Only on unmetered connections'),
        isChosen: conditions.allowsExpensiveNetworkAccess === false,
        words: environment ? lineWords(environment) : '',
        changeTo: (isChosen) => ({ allowsExpensiveNetworkAccess: isChosen ? false : undefined }),
      },
      {
        id: 'data-saver',
        label: msg('Not while Data Saver is on'),
        isChosen: conditions.allowsConstrainedNetworkAccess === false,
        words: environment ? dataSaverWords(environment) : '',
        changeTo: (isChosen) => ({ allowsConstrainedNetworkAccess: isChosen ? false : undefined }),
      },
      {
        id: 'discretionary',
        label: msg('Only when charging or above 20 % battery, on unmetered connections'),
        isChosen: conditions.isDiscretionary === true,
        words: environment ? batteryWords(environment) : '',
        changeTo: (isChosen) => ({ isDiscretionary: isChosen ? true : undefined }),
      },
    ];
  }

  #renderChoice({ id, label, isChosen, words, changeTo }: Choice): TemplateResult {
    const choose = (event: Event): void =>
      void this.app?.session?.setConditions(changeTo((event.target as HTMLInputElement).checked));
    return html`
      <div class="choice">
        <input
          type="checkbox"
          id=${id}
          aria-describedby="${id}-words"
          .checked=${isChosen}
          ?disabled=${!this.#session.conditions}
          @change=${choose}
        />
        <label for=${id}>${label}</label>
        <p class="soft" id="${id}-words">${words}</p>
      </div>
    `;
  }

  async #look(): Promise<void> {
    this.environment = await readEnvironment();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-transfers': SettingsTransfers;
  }
}
