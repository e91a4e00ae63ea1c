import type { FieldRow } from '../../store/schema.ts';
import type { PDFDocumentProxy } from '../pdfjs.ts';

/** What pdf.js puts before the keys of marks in its storage; fields have the bare ids of their annotations. */
export const editorPrefix = 'pdfjs_internal_editor_';

/** Fills a document's fields as they were left; before its pages are drawn. */
export function restoreFields({ annotationStorage }: PDFDocumentProxy, rows: readonly FieldRow[]): void {
  // pdf.js changes in place what it is given.
  for (const { field, content } of rows) annotationStorage.setValue(field, { ...content });
}

/** What is filled in, of all that pdf.js knows. */
export function fieldRowsOf(documentId: string, { annotationStorage }: PDFDocumentProxy): readonly FieldRow[] {
  return [...annotationStorage].flatMap(([field, content]: [string, object]) => {
    if (field.startsWith(editorPrefix)) return [];
    const plain = Object.fromEntries(Object.entries(content).filter(([, value]) => isPlain(value)));
    return [{ documentId, id: `field-${field}`, kind: 'field' as const, field, content: plain }];
  });
}

/** pdf.js keeps elements of the page beside what was filled in. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
