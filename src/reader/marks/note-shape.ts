import type { Editor } from './editor.ts';

const notes = new WeakSet<Editor>();

/** Whether a mark is a note, and not an image that the person put in. */
export function isNote(editor: Editor): boolean {
  return notes.has(editor);
}

/** Makes a note of a stamp that is not on its page yet: it has one size, and no description but its words. */
export function shapeNote(editor: Editor): void {
  notes.add(editor);
  Object.defineProperties(editor, { isResizable: { value: false }, toolbarButtons: { value: [] } });
  // Else pdf.js names it an image.
  Reflect.deleteProperty(editor, 'defaultL10nId');
}

/** Says what it is, once it is on its page. */
export function labelNote({ div }: Editor): void {
  div?.setAttribute('aria-label', 'Note');
  div?.querySelector('canvas')?.setAttribute('aria-hidden', 'true');
}
