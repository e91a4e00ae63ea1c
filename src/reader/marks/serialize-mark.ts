import type { AnnotationRow } from '../../store/schema.ts';
import { AnnotationEditorType } from '../pdfjs.ts';
import { wordsUnder } from './highlight-words.ts';
import type { Editor, SerializedEditor } from './editor.ts';
import { isNote } from './note-shape.ts';

const types = new Map<number, AnnotationRow['type']>([
  [AnnotationEditorType.HIGHLIGHT, 'highlight'],
  [AnnotationEditorType.FREETEXT, 'text'],
  [AnnotationEditorType.INK, 'drawing'],
  [AnnotationEditorType.STAMP, 'image'],
  [AnnotationEditorType.SIGNATURE, 'signature'],
]);

/** Changes whenever the mark does; '' for one that need not be kept. */
export function fingerprintOf(editor: Editor): string {
  const content = editor.serialize();
  return content ? JSON.stringify([content, editor.comment?.text]) : '';
}

/**
 * What is to be kept of a mark. One that changes an annotation of the file gives two rows: the file's own goes, a new
 * one comes in its place.
 *
 * @param id for a mark that is new in this document.
 */
export function rowsOf(documentId: string, id: string, editor: Editor): readonly AnnotationRow[] {
  const content = editor.serialize();
  if (!content) return [];
  const { annotationElementId: original } = editor;
  if (original === null) return [annotation(documentId, id, editor, content)];
  const removal = removalOf(documentId, original, content);
  return editor.deleted ? [removal] : [removal, annotation(documentId, `edited-${original}`, editor, content)];
}

function removalOf(documentId: string, original: string, { pageIndex, popupRef }: SerializedEditor): AnnotationRow {
  return {
    documentId,
    id: `removed-${original}`,
    kind: 'annotation',
    type: 'removal',
    page: pageIndex + 1,
    top: 0,
    text: '',
    comment: '',
    replaces: original,
    content: { id: original, deleted: true, pageIndex, popupRef },
  };
}

function annotation(documentId: string, id: string, editor: Editor, content: SerializedEditor): AnnotationRow {
  // A copy is what pdf.js can make a mark of again; a highlight gives none, but takes what is saved.
  const { bitmapUrl, ...kept } = { ...content, ...editor.serialize(true) };
  const { id: _, ...plain } = toPlain(kept) as Record<string, unknown>;
  return {
    documentId,
    id,
    kind: 'annotation',
    type: isNote(editor) ? 'note' : (types.get(editor.mode) ?? 'drawing'),
    page: content.pageIndex + 1,
    top: content.rect?.[3] ?? 0,
    text: isNote(editor) ? '' : textOf(editor, content),
    comment: editor.comment?.text ?? '',
    content: plain,
    ...(typeof bitmapUrl === 'string' && { image: blobOf(bitmapUrl) }),
  };
}

function textOf({ div }: Editor, { value, accessibilityData }: SerializedEditor): string {
  if (typeof value === 'string') return value;
  if (isDescribed(accessibilityData)) return accessibilityData.alt;
  return wordsUnder(div);
}

function isDescribed(accessibility: unknown): accessibility is { readonly alt: string } {
  return typeof accessibility === 'object' && accessibility !== null && 'alt' in accessibility;
}

/** Typed arrays as plain ones, so that a row reads the same wherever it goes. */
function toPlain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float32Array);
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, toPlain(each)]])),
  );
}

/** @param url as `canvas.toDataURL()` gives it; read without a request, which a policy might refuse. */
function blobOf(url: string): Blob {
  const [head = '', body = ''] = url.split(',', 2);
  const type = /^data:(?<type>[^;,]+)/u.exec(head)?.groups?.['type'] ?? '';
  return new Blob([Uint8Array.from(atob(body), (char) => char.charCodeAt(0))], { type });
}
