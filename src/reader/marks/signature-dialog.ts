import { msg } from '../../language/msg.ts';
import { html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';

export type Signature =
  | { readonly kind: 'typed'; readonly text: string }
  | {
      readonly kind: 'drawn';
      /** Each x and y in turn, in CSS pixels of the pad. */
      readonly curves: readonly { readonly points: readonly number[] }[];
      readonly thickness: number;
      readonly width: number;
      readonly height: number;
    };

/** The person signed, or would rather not. */
export class SignatureAnsweredEvent extends Event {
  static readonly type = 'signatureanswered';
  readonly signature: Signature | undefined;

  constructor(signature: Signature | undefined) {
    super(SignatureAnsweredEvent.type);
    this.signature = signature;
  }
}

const pad = { width: 336, height: 128, thickness: 2 } as const;

/**
 * Asks for a signature, typed or drawn, as long as it is connected.
 *
 * @fires {SignatureAnsweredEvent} signatureanswered
 */
@customElement('reader-signature-dialog')
export class ReaderSignatureDialog extends LitElement {
  @state() private typed = '';
  @state() private curves: readonly (readonly number[])[] = [];
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('canvas') private readonly canvas!: HTMLCanvasElement;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render(): unknown {
    const isEmpty = this.typed.trim() === '' && this.curves.length === 0;
    return html`<dialog class="reader-dialog" aria-labelledby="reader-sign-title" @cancel=${this.#cancel}>
      <form class="reader-dialog-form" method="dialog" @submit=${this.#sign}>
        <h2 id="reader-sign-title">${msg('Sign')}</h2>
        <label class="reader-dialog-label">
          ${msg('Type your name')}
          <input
            class="reader-field reader-sign-name"
            autocomplete="name"
            autofocus
            .value=${this.typed}
            @input=${this.#type}
          />
        </label>
        <div class="reader-dialog-label" role="group" aria-label=${msg('Or draw')}>
          ${msg('Or draw')}
          <canvas
            class="reader-sign-pad"
            width=${pad.width}
            height=${pad.height}
            role="img"
            aria-label=${this.curves.length === 0 ? msg('Drawing field, empty') : msg('Drawing field, signed')}
            @pointerdown=${this.#penDown}
            @pointermove=${this.#penMove}
          ></canvas>
        </div>
        <div class="reader-dialog-actions">
          <button class="reader-action" type="button" ?disabled=${isEmpty} @click=${this.#clear}>
            ${msg('Clear', { id: 'reader-sign-clear', desc: 'Button: empties the field for the signature' })}
          </button>
          <button class="reader-action" type="button" @click=${this.#cancel}>${msg('Cancel')}</button>
          <button class="reader-action reader-action-main" type="submit" ?disabled=${isEmpty}>${msg('Add')}</button>
        </div>
      </form>
    </dialog>`;
  }

  #type(event: Event): void {
    this.typed = (event.currentTarget as HTMLInputElement).value;
    if (this.curves.length > 0) this.#erase();
  }

  #penDown(event: PointerEvent): void {
    event.preventDefault();
    this.canvas.setPointerCapture(event.pointerId);
    this.typed = '';
    this.curves = [...this.curves, [event.offsetX, event.offsetY]];
  }

  #penMove(event: PointerEvent): void {
    const curve = this.curves.at(-1);
    if (!curve || !this.canvas.hasPointerCapture(event.pointerId)) return;
    const [x = 0, y = 0] = curve.slice(-2);
    this.curves = [...this.curves.slice(0, -1), [...curve, event.offsetX, event.offsetY]];
    const context = this.canvas.getContext('2d');
    if (!context) return;
    context.lineWidth = pad.thickness;
    context.lineCap = 'round';
    context.strokeStyle = getComputedStyle(this.canvas).color;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(event.offsetX, event.offsetY);
    context.stroke();
  }

  #erase(): void {
    this.curves = [];
    this.canvas.getContext('2d')?.clearRect(0, 0, pad.width, pad.height);
  }

  #clear(): void {
    this.typed = '';
    this.#erase();
  }

  #sign(event: Event): void {
    event.preventDefault();
    const text = this.typed.trim();
    if (text !== '') return this.#answer({ kind: 'typed', text });
    if (this.curves.length === 0) return;
    this.#answer({ kind: 'drawn', curves: this.curves.map((points) => ({ points })), ...pad });
  }

  #cancel(event: Event): void {
    event.preventDefault();
    this.#answer(undefined);
  }

  #answer(signature: Signature | undefined): void {
    this.dispatchEvent(new SignatureAnsweredEvent(signature));
  }
}

/** Asks in a dialog on top of everything; `undefined` when the person would rather not. */
export async function askForSignature(host: Element): Promise<Signature | undefined> {
  const dialog = document.createElement('reader-signature-dialog');
  const answer = new Promise<Signature | undefined>((resolve) => {
    dialog.addEventListener('signatureanswered', ({ signature }) => resolve(signature), { once: true });
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
    'reader-signature-dialog': ReaderSignatureDialog;
  }
  interface HTMLElementEventMap {
    [SignatureAnsweredEvent.type]: SignatureAnsweredEvent;
  }
}
