import { type TemplateResult, css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { LateElement } from './late-element.ts';
import { msg } from '../language/msg.ts';
import { type Settings, DEFAULT_SETTINGS, readSettings, writeSetting } from '../store/settings.ts';
import { carriesOnWithoutWindow } from './carries-on.ts';
import { choiceStyles } from './choice-styles.ts';
import { NotificationPermissionController } from './notification-permission-controller.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { QueryController } from './query-controller.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';

type Switch = 'notificationSound' | 'notificationsOnlyUnseen';

/** Whether the person is told of what happens out of sight, and how; what to do where the browser doesn't allow it. */
@customElement('settings-notifications')
export class SettingsNotifications extends LateElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    choiceStyles,
    css`
      section {
        justify-items: start;
      }

      .choices {
        display: grid;
        justify-items: start;
      }

      label:has(:disabled) {
        color: var(--ink-soft);
      }

      .content {
        display: grid;
        gap: var(--space-3);
      }
    `,
  ];

  @query('h2') private readonly heading!: HTMLElement;
  readonly #settings = new QueryController(this, 'settings', readSettings);
  readonly #permission = new NotificationPermissionController(this);

  constructor() {
    super();
    passFocusOn(this, () => this.heading);
  }

  protected override get known(): Promise<void> {
    return this.#settings.first;
  }

  override render(): TemplateResult {
    const settings = this.#settings.value;
    return html`
      <section aria-labelledby="notifications">
        <h2 id="notifications" tabindex="-1">${msg('Notifications')}</h2>
        <div class="content ${settings ? '' : 'is-waiting'}">${this.#renderChoices(settings ?? DEFAULT_SETTINGS)}</div>
      </section>
    `;
  }

  #renderChoices(settings: Settings): TemplateResult {
    const permission = this.#permission.value;
    const isOn = permission === 'granted' && settings.notifications;
    const canBeOn = permission === 'granted' || permission === 'default';
    return html`
      <p class="soft" id="words" role="status">${stateWords(permission, settings.notifications)}</p>
      <div class="choices">
        <label>
          <input
            type="checkbox"
            aria-describedby="words"
            .checked=${isOn}
            ?disabled=${!canBeOn}
            @change=${this.#turn}
          />
          ${msg('Notify me')}
        </label>
        ${this.#renderSwitch('notificationSound', settings, isOn, msg('With sound'))}
        ${this.#renderSwitch('notificationsOnlyUnseen', settings, isOn, msg('Only when no window of Longhaul is visible'))}
      </div>
    `;
  }

  #renderSwitch(name: Switch, settings: Settings, isOn: boolean, label: string): TemplateResult {
    const choose = ({ target }: Event): void => void writeSetting(name, (target as HTMLInputElement).checked);
    return html`
      <label>
        <input type="checkbox" .checked=${settings[name]} ?disabled=${!isOn} @change=${choose} />
        ${label}
      </label>
    `;
  }

  /** The browser is asked only here and beside a download, and only by a press. */
  async #turn({ target }: Event): Promise<void> {
    const box = target as HTMLInputElement;
    const isWanted = box.checked;
    await writeSetting('notifications', isWanted);
    if (isWanted && this.#permission.value === 'default') await this.#permission.ask();
    box.checked = isWanted && this.#permission.value === 'granted'; // Also where the browser's question was closed.
  }
}

function stateWords(permission: NotificationPermission | undefined, isOn: boolean): string {
  switch (permission) {
    case undefined:
      return msg('This browser has no notifications. The Library shows what has come.');
    case 'denied':
      return msg(
        'The browser blocks notifications for this site. Press the icon beside the address and allow them there; then you can turn them on here.',
      );
    case 'default':
      return carriesOnWithoutWindow()
        ? msg(
            'Turned on, Longhaul tells you when a document is there and when a download needs you, even with every tab closed. The browser asks you first.',
          )
        : msg(
            'Turned on, Longhaul tells you when a document is there and when a download needs you, while a window of it is open. The browser asks you first.',
          );
    case 'granted':
      return isOn
        ? msg('You are told when a document is there, and when a download needs you.')
        : msg('You are told of nothing. The Library shows what has come, and Transfers what needs you.');
    default:
      return permission satisfies never;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-notifications': SettingsNotifications;
  }
}
