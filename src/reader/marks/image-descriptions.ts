import { msg } from '../../language/msg.ts';
import { askForText } from './text-dialog.ts';

interface ImageEditor {
  get altTextData(): { readonly altText: string | null } | undefined;
  set altTextData(data: { readonly altText: string; readonly decorative: boolean });
  altTextFinish(): void;
}

/** Asks what an image shows, when the person presses its button. pdf.js calls this its alt text manager. */
export class ImageDescriptions {
  readonly #host: Element;

  constructor(host: Element) {
    this.#host = host;
  }

  /** Called by pdf.js. */
  async editAltText(_ui: unknown, editor: ImageEditor): Promise<void> {
    const altText = await askForText(this.#host, {
      title: msg('Describe this image'),
      label: msg('Description, for people who can’t see it'),
      text: editor.altTextData?.altText ?? '',
      removeLabel: undefined,
    });
    if (altText !== undefined) editor.altTextData = { altText, decorative: false };
    editor.altTextFinish();
  }

  /** Called by pdf.js with the document's end; a dialog that is open then goes with its host. */
  destroy(): void {}
}
