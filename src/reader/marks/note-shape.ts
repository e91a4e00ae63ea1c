import { msg } from '../../language/msg.ts';
import type { Editor } from './editor.ts';

const notes = new WeakSet<Editor>();

/** Whether a mark is a note, and not an image that the person put in. */
export function isNote(editor: Editor): boolean {
  return notes.has(editor);
}

/** Makes a note of a stamp that is not on its page yet: it has one size, and no description but its words. */
export function shapeNote(editor: Editor): void {
  notes.add(editor);
  const addPicture = editor.addContainer.bind(editor);
  Object.defineProperties(editor, {
    isResizable: { value: false },
    toolbarButtons: { value: [] },
    // Drawn anew after each Undo; the note itself has the name.
    addContainer: {
      value: (picture: Element) => {
        picture.ariaHidden = 'true';
        addPicture(picture);
      },
    },
  });
  // Else pdf.js names it an image.
  Reflect.deleteProperty(editor, 'defaultL10nId');
}

/** Says what it is, once it is on its page. */
export function labelNote({ div }: Editor): void {
  div?.setAttribute('aria-label', msg('Note'));
}
