import { msg } from '../../language/msg.ts';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';

export interface TextQuestion {
  readonly title: string;
  readonly label: string;
  readonly text: string;
  /** What the button says that takes the text away; none without it. */
  readonly removeLabel: string | undefined;
}

/** The person is done: with the text to keep, '' to take it away, or nothing to leave all as it was. */
export class TextAnsweredEvent extends Event {
  static readonly type = 'textanswered';
  readonly text: string | undefined;

  constructor(text: string | undefined) {
    super(TextAnsweredEvent.type);
    this.text = text;
  }
}

/**
 * Asks for some lines of text, as long as it is connected.
 *
 * @fires {TextAnsweredEvent} textanswered
 */
@customElement('reader-text-dialog')
export class ReaderTextDialog extends LitElement {
  @property({ attribute: false }) question: TextQuestion = { title: '', label: '', text: '', removeLabel: undefined };
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('textarea') private readonly field!: HTMLTextAreaElement;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render(): unknown {
    const { title, label, text, removeLabel } = this.question;
    return html`<dialog class="reader-dialog" aria-labelledby="reader-text-title" @cancel=${this.#cancel}>
      <form class="reader-dialog-form" method="dialog" @submit=${this.#save}>
        <h2 id="reader-text-title">${title}</h2>
        <label class="reader-dialog-label">
          ${label}
          <textarea
            class="reader-field reader-text-field"
            rows="4"
            autofocus
            .value=${text}
            @keydown=${this.#press}
          ></textarea>
        </label>
        <div class="reader-dialog-actions">
          ${
            removeLabel === undefined
              ? nothing
              : html`<button class="reader-action" type="button" @click=${() => this.#answer('')}>
                  ${removeLabel}
                </button>`
          }
          <button class="reader-action" type="button" @click=${this.#cancel}>${msg('Cancel')}</button>
          <button class="reader-action reader-action-main" type="submit">${msg('Save')}</button>
        </div>
      </form>
    </dialog>`;
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#save(event);
  }

  #save(event: Event): void {
    event.preventDefault();
    this.#answer(this.field.value.trim());
  }

  #cancel(event: Event): void {
    event.preventDefault();
    this.#answer(undefined);
  }

  #answer(text: string | undefined): void {
    this.dispatchEvent(new TextAnsweredEvent(text));
  }
}

/**
 * Asks in a dialog on top of everything.
 *
 * @returns the text; '' to take it away; `undefined` to leave it as it was.
 */
export async function askForText(host: Element, question: TextQuestion): Promise<string | undefined> {
  const dialog = Object.assign(document.createElement('reader-text-dialog'), { question });
  const answer = new Promise<string | undefined>((resolve) => {
    dialog.addEventListener('textanswered', ({ text }) => resolve(text), { once: true });
  });
  host.append(dialog);
  try {
    return await answer;
  } finally {
    dialog.remove();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-text-dialog': ReaderTextDialog;
  }
  interface HTMLElementEventMap {
    [TextAnsweredEvent.type]: TextAnsweredEvent;
  }
}
