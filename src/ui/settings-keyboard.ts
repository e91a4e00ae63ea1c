import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { choiceStyles } from './choice-styles.ts';
import { LateElement } from './late-element.ts';
import { fillIn } from '../language/fill-in.ts';
import { msg } from '../language/msg.ts';
import { readSettings, writeSetting } from '../store/settings.ts';
import { QueryController } from './query-controller.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/**
 * The way to all keys, and whether those of a single character do anything (WCAG 2.1.4).
 *
 * @fires {Event} keysrequest - the person wants to see all keys
 */
@customElement('settings-keyboard')
export class SettingsKeyboard extends LateElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    choiceStyles,
    css`
      section {
        justify-items: start;
      }
    `,
  ];

  readonly #settings = new QueryController(this, 'settings', readSettings);

  protected override get known(): Promise<void> {
    return this.#settings.first;
  }

  override render(): unknown {
    const settings = this.#settings.value;
    if (!settings) return nothing;
    return html`
      <section aria-labelledby="keyboard">
        <h2 id="keyboard">${msg('Keyboard shortcuts')}</h2>
        <p class="soft">${this.#renderWay(settings.characterKeys)}</p>
        <button @click=${this.#showKeys}>${msg('Show all keys')}</button>
        <div>
          <label>
            <input
              type="checkbox"
              aria-describedby="characters"
              .checked=${settings.characterKeys}
              @change=${({ target }: Event) => void writeSetting('characterKeys', (target as HTMLInputElement).checked)}
            />
            ${msg('Keys of a single character')}
          </label>
          <p class="soft" id="characters">
            ${msg(
              'Turn them off if they are pressed by accident, as when speech is typed for you: keys with Ctrl or Alt, arrows and Page keys stay.',
            )}
          </p>
        </div>
      </section>
    `;
  }

  #showKeys(): void {
    this.dispatchEvent(new Event('keysrequest', { bubbles: true, composed: true }));
  }

  #renderWay(areCharactersOn: boolean): unknown {
    if (!areCharactersOn) return msg('Whatever the mouse does has a key.');
    return fillIn(msg('Whatever the mouse does has a key. {key} shows all, on every screen.'), {
      key: html`<kbd>?</kbd>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-keyboard': SettingsKeyboard;
  }
}
