import { msg } from '../../language/msg.ts';
import type { AnnotationRow } from '../../store/schema.ts';
import type { Editor, EditorLayer, EditorUi } from './editor.ts';
import { setWordsUnder } from './highlight-words.ts';
import { labelNote, shapeNote } from './note-shape.ts';

/**
 * Makes a kept mark alive again on its page: without an undo step, and without the focus.
 *
 * @param name is told of it before it is on the page.
 * @throws when pdf.js can't make it again.
 */
export async function restoreMark(
  ui: EditorUi,
  layer: EditorLayer,
  row: AnnotationRow,
  name: (editor: Editor) => void,
): Promise<Editor> {
  const editor = await layer.deserialize({ ...row.content, ...(await imageOf(ui, row)), isClone: true });
  if (!editor) throw new Error(msg('it is of a kind that is not known here'));
  name(editor);
  if (row.type === 'note') shapeNote(editor);
  addQuietly(layer, editor);
  if (row.type === 'note') labelNote(editor);
  if (row.type === 'text') putBack(editor, row);
  if (row.type === 'highlight' && editor.div && row.text !== '') setWordsUnder(editor.div, row.text);
  if (row.comment !== '') editor.comment = row.comment;
  return editor;
}

/**
 * Takes an annotation of the file away again.
 *
 * @param name is told of its mark before that is on the page.
 * @returns the removed mark; nothing where the page has no such annotation.
 */
export async function removeFromPage(
  layer: EditorLayer,
  original: string,
  name: (editor: Editor) => void,
): Promise<Editor | undefined> {
  const annotation = layer.getEditableAnnotation(original);
  const editor = annotation && (await layer.deserialize(annotation));
  if (!annotation || !editor) return undefined;
  name(editor);
  addQuietly(layer, editor);
  editor.remove();
  annotation.hide();
  return editor;
}

/** pdf.js takes what is added for the person's doing: an undo step, the focus, and a copy beside its original. */
export function addQuietly(layer: EditorLayer, editor: Editor): void {
  editor.isClone = true;
  // Both stand before the methods of their classes until they are taken away.
  layer.addUndoableEditor = () => {};
  editor.onceAdded = () => {
    Reflect.deleteProperty(editor, 'onceAdded');
    editor.onceAdded(false);
  };
  try {
    layer.addOrRebuild(editor);
  } finally {
    Reflect.deleteProperty(layer, 'addUndoableEditor');
    // Left in place, pdf.js would make another of it when the page is drawn again.
    delete editor.isClone;
  }
  layer.div.hidden = false;
}

/** pdf.js moves a copied text by its own padding and a line. */
function putBack(editor: Editor, { content }: AnnotationRow): void {
  const is = editor.serialize()?.rect;
  const was = content['rect'] as typeof is;
  if (!is || !was) return;
  const [width, height] = editor.pageDimensions;
  editor.x += (was[0] - is[0]) / width;
  editor.y -= (was[3] - is[3]) / height;
  editor.fixAndSetPosition();
}

async function imageOf(ui: EditorUi, row: AnnotationRow): Promise<object> {
  if (!row.image) return {};
  const image = await ui.imageManager.getFromBlob(row.id, Promise.resolve(row.image));
  // pdf.js would ask the person for a file.
  if (!image) throw new Error(msg('its image can’t be read'));
  return { bitmapId: image.id, bitmap: image.bitmap, isSvg: image.isSvg };
}

/** A kept mark as the worker takes it, for pages that were not drawn and so have no editors. */
export async function forSaving({ id, content, image, ...row }: AnnotationRow): Promise<object> {
  if (!image) return content;
  const { accessibilityData: _, ...rest } = content;
  const text = row.type === 'note' ? msg('Note') : row.text;
  const described = text === '' ? {} : { accessibilityData: { type: 'Figure', alt: text } };
  return { ...rest, ...described, bitmapId: id, bitmap: await toBitmap(image, content) };
}

async function toBitmap(image: Blob, content: AnnotationRow['content']): Promise<ImageBitmap> {
  if (image.type !== 'image/svg+xml') return createImageBitmap(image);
  const [left = 0, bottom = 0, right = 1, top = 1] = content['rect'] as readonly number[];
  const drawing = new Image();
  drawing.src = URL.createObjectURL(image);
  try {
    await drawing.decode();
  } finally {
    URL.revokeObjectURL(drawing.src);
  }
  // A PDF point is 4/3 CSS pixels.
  return createImageBitmap(drawing, {
    resizeWidth: Math.round(((right - left) * 4) / 3),
    resizeHeight: Math.round(((top - bottom) * 4) / 3),
  });
}
