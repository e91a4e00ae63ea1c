import { msg } from '../language/msg.ts';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';

/** The person typed a password for a protected document. It is tried and forgotten. */
export class PasswordGivenEvent extends Event {
  static readonly type = 'passwordgiven';
  readonly password: string;

  constructor(password: string) {
    super(PasswordGivenEvent.type);
    this.password = password;
  }
}

/** The person has no password, or does not want to give it. */
export class PasswordRefusedEvent extends Event {
  static readonly type = 'passwordrefused';

  constructor() {
    super(PasswordRefusedEvent.type);
  }
}

/**
 * Asks for the password of a protected document, as long as it is connected.
 *
 * @fires {PasswordGivenEvent} passwordgiven
 * @fires {PasswordRefusedEvent} passwordrefused
 */
@customElement('reader-password')
export class ReaderPassword extends LitElement {
  /** Whether the last password was wrong. */
  @property({ type: Boolean }) wrong = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('input') private readonly field!: HTMLInputElement;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render(): unknown {
    return html`<dialog class="reader-dialog" aria-labelledby="reader-password-title" @cancel=${this.#refuse}>
      <form class="reader-dialog-form" method="dialog" @submit=${this.#give}>
        <h2 id="reader-password-title">${msg('This document is protected')}</h2>
        <label class="reader-dialog-label">
          ${msg('Password')}
          <input class="reader-field" type="password" autocomplete="off" required autofocus />
        </label>
        <p class="reader-dialog-wrong" role="alert">
          ${this.wrong ? msg('That password does not open this document. Try again.') : nothing}
        </p>
        <div class="reader-dialog-actions">
          <button class="reader-action" type="button" @click=${this.#refuse}>${msg('Cancel')}</button>
          <button class="reader-action reader-action-main" type="submit">
            ${msg('Open', { id: 'reader-unlock', desc: 'Button: opens the document with the password that was typed' })}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  #give(event: SubmitEvent): void {
    event.preventDefault();
    this.dispatchEvent(new PasswordGivenEvent(this.field.value));
    // A wrong one is typed over.
    this.field.select();
  }

  #refuse(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new PasswordRefusedEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-password': ReaderPassword;
  }
}
