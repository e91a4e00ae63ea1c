import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import { dialogStyles } from './dialog-styles.ts';
import { readSettings } from '../store/settings.ts';
import { KEYS, type KeyLine, isCharacter, partsOf } from './keys.ts';
import { QueryController } from './query-controller.ts';
import { sharedStyles } from './shared-styles.ts';

const IS_MAC = /Mac|iP(?:ad|hone)/u.test(navigator.platform);

/** All keys of ours, shown by `?` or from Settings. */
@customElement('keys-dialog')
export class KeysDialog extends LitElement {
  static override readonly styles = [
    sharedStyles,
    dialogStyles,
    css`
      dialog {
        inline-size: 52rem;
        max-inline-size: calc(100vw - 2rem);
      }

      h2 {
        margin-block-end: var(--space-4);
      }

      .groups {
        columns: 20rem;
        column-gap: var(--space-5);
      }

      section {
        break-inside: avoid;
        padding-block-end: var(--space-4);
      }

      h3 {
        margin: 0 0 var(--space-2);
        font: 600 var(--text-m) / 1.2 var(--face);
      }

      dl {
        display: grid;
        grid-template-columns: 10rem 1fr;
        gap: var(--space-2) var(--space-3);
        margin: 0;
      }

      dt {
        display: flex;
        flex-wrap: wrap;
        align-content: start;
        gap: var(--space-1);
      }

      dd {
        margin: 0;
        color: var(--ink-soft);
      }

      kbd {
        padding: 0.05rem 0.4rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--paper);
        font: 500 var(--text-s) / 1.4 var(--face);
        white-space: nowrap;
      }

      @media (max-width: 34rem) {
        dl {
          grid-template-columns: 6.5rem 1fr;
          column-gap: var(--space-2);
        }

        kbd {
          white-space: normal;
        }
      }

      [data-off] kbd {
        border-style: dashed;
        text-decoration: line-through;
      }

      .off {
        padding-inline: 0.4rem;
        border-radius: var(--radius);
        background: var(--sunken);
        font-size: var(--text-s);
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  readonly #settings = new QueryController(this, 'settings', readSettings);

  override render(): TemplateResult {
    const areCharactersOn = this.#settings.value?.characterKeys !== false;
    return html`
      <dialog aria-labelledby="heading" closedby="any">
        <h2 id="heading" tabindex="-1" autofocus>${msg('Keys')}</h2>
        ${areCharactersOn ? nothing : renderOff()}
        <div class="groups">${KEYS.map(({ where, lines }) => renderGroup(where(), lines, areCharactersOn))}</div>
        <div class="buttons"><button class="primary" @click=${() => this.dialog.close()}>${msg('Close')}</button></div>
      </dialog>
    `;
  }

  async open(): Promise<void> {
    await this.#settings.first;
    await this.updateComplete;
    this.dialog.showModal();
  }
}

function renderOff(): TemplateResult {
  return html`<p>
    ${msg('Keys of a single character are turned off. Settings › Keyboard shortcuts turns them on again.')}
  </p>`;
}

function renderGroup(where: string, lines: readonly KeyLine[], areCharactersOn: boolean): TemplateResult {
  return html`
    <section>
      <h3>${where}</h3>
      <dl>${lines.map((line) => renderLine(line, areCharactersOn || !line.keys.every((key) => isCharacter(key))))}</dl>
    </section>
  `;
}

function renderLine({ keys, does }: KeyLine, isOn: boolean): TemplateResult {
  return html`
    <dt ?data-off=${!isOn}>${keys.map((key) => html`<kbd>${partsOf(key, IS_MAC).join(' + ')}</kbd>`)}</dt>
    <dd>${does()} ${isOn ? nothing : html`<span class="off">${msg('Off')}</span>`}</dd>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'keys-dialog': KeysDialog;
  }
}
