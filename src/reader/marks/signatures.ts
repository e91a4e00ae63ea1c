import { msg } from '../../language/msg.ts';
import { askForSignature } from './signature-dialog.ts';

interface SignatureEditor {
  /** Outlines in the units of pdf.js' own. */
  getFromText(text: string, font: { fontFamily: string; fontStyle: string; fontWeight: string }): object | null;
  getDrawnSignature(drawing: {
    readonly curves: readonly { readonly points: readonly number[] }[];
    readonly thickness: number;
    readonly width: number;
    readonly height: number;
  }): object | null;
  addSignature(outline: object, heightInPage: number, description: string, uuid: string | null): void;
  remove(): void;
}

/** PDF points. */
const height = 40;

/** Any hand that the system has. */
const hand = {
  fontFamily: '"Brush Script MT", "Segoe Script", "Snell Roundhand", cursive',
  fontStyle: 'italic',
  fontWeight: '400',
};

/** Asks for a signature and puts it into the page. pdf.js calls this its signature manager. */
export class Signatures {
  readonly #host: Element;

  constructor(host: Element) {
    this.#host = host;
  }

  /** Called by pdf.js for a signature that waits to be made. */
  async getSignature({ editor }: { readonly editor: SignatureEditor }): Promise<void> {
    const signature = await askForSignature(this.#host);
    if (!signature) return editor.remove();
    const outline =
      signature.kind === 'typed' ? editor.getFromText(signature.text, hand) : editor.getDrawnSignature(signature);
    if (!outline) return editor.remove();
    editor.addSignature(outline, height, signature.kind === 'typed' ? signature.text : msg('Signature'), null);
  }

  /** None are kept between documents: whoever sits at the computer next should not find them. */
  loadSignatures(): void {}

  /** A signature has no button of its own: it is removed and made again. */
  renderEditButton(): Promise<null> {
    return Promise.resolve(null);
  }

  destroy(): void {}
}
