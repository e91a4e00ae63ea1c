import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { App } from './app.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** A report to send to whoever mends Longhaul, to be copied. */
@customElement('settings-diagnostics')
export class SettingsDiagnostics extends LitElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    css`
      section {
        justify-items: start;
      }

      details,
      textarea {
        inline-size: 100%;
      }

      summary {
        padding-block: var(--space-2);
        cursor: pointer;
      }

      textarea {
        block-size: 20rem;
        padding: var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--sunken);
        color: var(--ink);
        font:
          var(--text-s) / 1.5 ui-monospace,
          monospace;
        resize: vertical;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @query('details') private readonly details!: HTMLDetailsElement;
  @query('textarea') private readonly box!: HTMLTextAreaElement;
  @state() private words = (): string => '';
  @state() private text = '';

  override render(): TemplateResult {
    return html`
      <section aria-labelledby="diagnostics">
        <h2 id="diagnostics">${msg('Diagnostics')}</h2>
        <p class="soft">
          ${msg(
            'If something goes wrong, send this along when you report it. Of addresses it has only the server, and no titles, names of files, passwords or tokens.',
          )}
        </p>
        <button @click=${this.#copy}>${msg('Copy diagnostics')}</button>
        <p class="soft" role="status">${this.words()}</p>
        <details @toggle=${this.#toggle}>
          <summary>${msg('Show what is copied')}</summary>
          <textarea readonly aria-label=${msg('What is copied')} .value=${this.text}></textarea>
        </details>
      </section>
    `;
  }

  #toggle(): void {
    if (this.details.open && this.text === '') void this.#look();
  }

  async #look(): Promise<void> {
    this.text = await this.#make();
  }

  /** Loaded for whoever wants it. */
  async #make(): Promise<string> {
    const { makeDiagnostics } = await import('./diagnostics.ts');
    return this.app ? makeDiagnostics(this.app) : '';
  }

  async #copy(): Promise<void> {
    this.words = () => '';
    const making = this.#make();
    const blob = making.then((text) => new Blob([text], { type: 'text/plain' }));
    try {
      // Given as a promise: the person's press is good for a moment only.
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
      this.text = await making;
      this.words = () => msg('Copied. Paste it where you report the problem.');
    } catch {
      this.text = await making;
      await this.#offerToCopy();
    }
  }

  /** The browser refuses: the person copies it themself. */
  async #offerToCopy(): Promise<void> {
    this.details.open = true;
    this.words = () => msg('The browser does not let Longhaul copy. The text is selected below: copy it from there.');
    await this.updateComplete;
    this.box.focus();
    this.box.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-diagnostics': SettingsDiagnostics;
  }
}
