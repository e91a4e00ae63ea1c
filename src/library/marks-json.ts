import type { AnnotationRow, BookmarkRow, FieldRow, MarkRow } from '../store/schema.ts';
import { parse } from './read-library-json.ts';
import { asRecord, list, oneOf, positive, text, time } from './untrusted.ts';

/** Complete by its type: a kind that is missing here would be lost on its way. */
const TYPES: Readonly<Record<AnnotationRow['type'], true>> = {
  highlight: true,
  text: true,
  note: true,
  drawing: true,
  image: true,
  signature: true,
  removal: true,
};

/** Where an image of a mark lies in the archive. */
export interface ImageReference {
  readonly file: string;
  readonly type: string;
}

/** A mark as it stands in the archive. */
export interface ListedMark {
  readonly row: MarkRow;
  readonly image?: ImageReference;
}

/** @param imageFile where the image of the mark in that place is put. */
export function writeMarks(marks: readonly MarkRow[], imageFile: (index: number) => string): string {
  const listed = marks.map((mark, index) => {
    const { documentId: _, ...row } = mark;
    const image = mark.kind === 'annotation' ? mark.image : undefined;
    return image ? { ...row, image: { file: imageFile(index), type: image.type } } : row;
  });
  return JSON.stringify(listed);
}

/** Reads the marks of a document; what is none is left out. Images are fetched by who has the archive. */
export function readMarks(json: string, documentId: string): ListedMark[] {
  return list(parse(json)).flatMap((each) => readMark(each, documentId) ?? []);
}

function readMark(value: unknown, documentId: string): ListedMark | undefined {
  const mark = asRecord(value);
  const id = text(mark?.['id']);
  if (!mark || !id) return undefined;
  const key = { documentId, id };
  const row = readBookmark(mark, key) ?? readField(mark, key) ?? readAnnotation(mark, key);
  const image = asRecord(mark['image']);
  const file = text(image?.['file']);
  return row && { row, ...(file ? { image: { file, type: text(image?.['type']) ?? '' } } : {}) };
}

type Key = Pick<MarkRow, 'documentId' | 'id'>;
type Unknown = Readonly<Record<string, unknown>>;

function readBookmark(mark: Unknown, key: Key): BookmarkRow | undefined {
  const page = positive(mark['page']);
  if (mark['kind'] !== 'bookmark' || page === undefined) return undefined;
  return { ...key, kind: 'bookmark', page, addedAt: time(mark['addedAt']) ?? Date.now() };
}

function readField(mark: Unknown, key: Key): FieldRow | undefined {
  const field = text(mark['field']);
  const content = asRecord(mark['content']);
  if (mark['kind'] !== 'field' || !field || !content) return undefined;
  return { ...key, kind: 'field', field, content };
}

function readAnnotation(mark: Unknown, key: Key): AnnotationRow | undefined {
  const page = positive(mark['page']);
  const type = oneOf(mark['type'], Object.keys(TYPES) as AnnotationRow['type'][]);
  const content = asRecord(mark['content']);
  const { top } = mark;
  if (mark['kind'] !== 'annotation' || page === undefined || !type || !content || typeof top !== 'number')
    return undefined;
  const replaces = text(mark['replaces']);
  return {
    ...key,
    kind: 'annotation',
    page,
    type,
    top,
    text: text(mark['text']) ?? '',
    comment: text(mark['comment']) ?? '',
    content,
    ...(replaces === undefined ? {} : { replaces }),
  };
}
