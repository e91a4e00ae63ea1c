import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { AddressError } from '../transfer/address.ts';
import type { App } from './app.ts';
import { type ChosenFiles, pdfsOf } from './dropped-files.ts';
import { startedWords } from './bring-in-words.ts';
import { sharedStyles } from './shared-styles.ts';
import { addressWords } from './words.ts';

/** The form that takes addresses, one a line, and files. What it can't take stays in the box, with the reason below. */
@customElement('add-transfers')
export class AddTransfers extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      form {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--space-2);
        align-items: start;
      }

      label {
        grid-column: 1 / -1;
      }

      textarea {
        field-sizing: content;
        inline-size: 100%;
        min-block-size: 2.75rem;
        max-block-size: 12rem;
        padding: 0.6rem 0.75rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: 400 1rem/1.4 var(--face);
        resize: none;
        /* A long address stays on its line, as in any box for addresses: what is below doesn't move. */
        white-space: pre;
        scrollbar-width: none;
      }

      textarea::placeholder {
        color: var(--ink-soft);
        opacity: 1;
      }

      textarea[aria-invalid='true'] {
        border-color: var(--bad);
      }

      button {
        min-block-size: 2.75rem;
      }

      .files {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      @media (min-width: 48rem) {
        form {
          grid-template-columns: 1fr auto auto;
        }
      }

      @media (max-width: 47.99rem) {
        .files {
          grid-column: 1 / -1;
          order: 1;
        }

        .files button {
          flex: 1 1 auto;
        }
      }

      .problems {
        grid-column: 1 / -1;
        color: var(--bad);
        font-size: var(--text-m);
        overflow-wrap: anywhere;
      }

      .problems p + p {
        margin-block-start: var(--space-1);
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  /** Whether the screen below shows what is on its way; else it is said. */
  @property({ attribute: false }) isListShown = true;
  @state() private problems: readonly (() => string)[] = [];
  @query('textarea') private readonly box!: HTMLTextAreaElement;

  override render(): TemplateResult {
    const hasProblems = this.problems.length > 0;
    return html`
      <form @submit=${this.#submit} novalidate>
        <label for="address" class="visually-hidden">${msg('Address')}</label>
        <textarea
          id="address"
          rows="1"
          placeholder=${msg('Address of a PDF')}
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-invalid=${hasProblems ? 'true' : nothing}
          aria-describedby="problems"
          @input=${this.#forgetProblems}
          @keydown=${this.#submitOnEnter}
        ></textarea>
        <button class="primary">${msg('Download')}</button>
        ${this.#renderFiles()}
        <div id="problems" class="problems" role="alert">${this.problems.map((words) => html`<p>${words()}</p>`)}</div>
      </form>
    `;
  }

  #renderFiles(): TemplateResult {
    const choose = ({ files }: HTMLInputElement): ChosenFiles => ({ files: [...(files ?? [])] });
    const chooseFolder = ({ files }: HTMLInputElement): ChosenFiles => pdfsOf(files ?? []);
    const open = (id: string) => (): void => this.renderRoot.querySelector<HTMLInputElement>(id)?.click();
    return html`
      <div class="files">
        <button type="button" @click=${open('#files')}>${msg('Choose files')}</button>
        <button type="button" @click=${open('#folder')}>${msg('Choose a folder')}</button>
        <input id="files" type="file" multiple hidden @change=${this.#takeFrom(choose)} />
        <input id="folder" type="file" webkitdirectory hidden @change=${this.#takeFrom(chooseFolder)} />
      </div>
    `;
  }

  #takeFrom(read: (input: HTMLInputElement) => ChosenFiles): (event: Event) => void {
    return ({ target }) => {
      const input = target as HTMLInputElement;
      const chosen = read(input);
      input.value = ''; // So that the same file can be chosen again.
      void this.app?.arrivals.take(chosen);
    };
  }

  /** Starts downloads as a press on Download does; what is in the box meanwhile stays. */
  async take(text: string): Promise<void> {
    const { added = 0, refused = [] } = (await this.app?.add(text)) ?? {};
    this.#showRefused(refused);
    if (added > 0 && !this.isListShown) this.app?.arrivals.say(() => startedWords(added));
  }

  /** The focus is for the box, as soon as it is there. */
  override focus(): void {
    void this.updateComplete.then(() => this.box.focus());
  }

  /** What was wrong with a text goes with it. */
  #forgetProblems(): void {
    if (this.box.value === '') this.problems = [];
  }

  #submitOnEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.box.form?.requestSubmit();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = this.box.value;
    if (text.trim() === '') {
      this.problems = [() => msg('Paste the address of a file first.')];
      this.box.focus();
      return;
    }
    this.box.value = ''; // At once: what is pasted while these start must stay.
    await this.take(text);
  }

  #showRefused(refused: readonly AddressError[]): void {
    this.problems = refused.map((error) => () => addressWords(error));
    if (refused.length === 0) return;
    this.box.value = [...refused.map((error) => error.line), this.box.value].filter(Boolean).join('\n');
    this.box.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'add-transfers': AddTransfers;
  }
}
