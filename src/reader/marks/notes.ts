import { msg } from '../../language/msg.ts';
import { AnnotationEditorType } from '../pdfjs.ts';
import type { Editor, EditorLayer, EditorUi } from './editor.ts';
import { labelNote, shapeNote } from './note-shape.ts';
import { drawNote } from './note-sheet.ts';
import { addQuietly } from './restore-mark.ts';
import { askForText } from './text-dialog.ts';

/** Of the sheet on the page, in PDF points. */
const SIDE = 20;

/** What says where a note is to stand: pixels from the window's upper left corner. */
export interface NotePlace {
  readonly clientX: number;
  readonly clientY: number;
}

/**
 * Puts a note on a page and asks for its words; without words nothing stays. pdf.js has no notes: this is its stamp with
 * a small sheet for a picture, whose comment holds the words. Other programs show both.
 */
export async function putNote(ui: EditorUi, layer: EditorLayer, place: NotePlace, host: Element): Promise<void> {
  const editor = await makeNote(ui, layer, place);
  const text = await askForText(host, { title: msg('Note'), label: msg('Note'), text: '', removeLabel: undefined });
  if (text === undefined || text.trim() === '') {
    return editor.remove();
  }
  editor.comment = text;
  ui.addCommands({ cmd: () => ui.rebuild(editor), undo: () => editor.remove(), mustExec: false });
}

async function makeNote(ui: EditorUi, layer: EditorLayer, place: NotePlace): Promise<Editor> {
  const image = await ui.imageManager.getFromBlob('note', drawNote());
  if (!image) throw new Error(msg('its picture can’t be drawn'));
  const editor = await layer.deserialize({
    annotationType: AnnotationEditorType.STAMP,
    pageIndex: layer.pageIndex,
    rect: rectAt(layer, place),
    rotation: layer.viewport.rotation,
    bitmapId: image.id,
    bitmap: image.bitmap,
    isSvg: false,
    accessibilityData: { decorative: false, altText: msg('Note') },
  });
  if (!editor) throw new Error(msg('a note is of a kind that is not known here'));
  shapeNote(editor);
  addQuietly(layer, editor);
  labelNote(editor);
  return editor;
}

/** Around the place, as pdf.js counts: from the page's lower left corner. */
function rectAt({ div, viewport }: EditorLayer, { clientX, clientY }: NotePlace): readonly number[] {
  const box = div.getBoundingClientRect();
  // pdf.js keeps a view for its editors that counts from below.
  const view = viewport.clone({ dontFlip: false });
  const across = ((clientX - box.left) / box.width) * view.width;
  const down = ((clientY - box.top) / box.height) * view.height;
  const [x, y] = view.convertToPdfPoint(across, down);
  return [x - SIDE / 2, y - SIDE / 2, x + SIDE / 2, y + SIDE / 2];
}
