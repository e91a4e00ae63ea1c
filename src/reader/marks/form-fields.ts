import type { FieldRow } from '../../store/schema.ts';
import type { PDFDocumentProxy } from '../pdfjs.ts';

/** What pdf.js puts before the keys of marks in its storage; fields have the bare ids of their annotations. */
export const editorPrefix = 'pdfjs_internal_editor_';

/** Fills a document's fields as they were left; before its pages are drawn. */
export function restoreFields(document: PDFDocumentProxy, rows: readonly FieldRow[]): void {
  const first = firstXfaField(document);
  // pdf.js changes in place what it is given.
  for (const { field, content } of rows) document.annotationStorage.setValue(shift(field, first), { ...content });
}

/** What is filled in, of all that pdf.js knows. */
export function fieldRowsOf(documentId: string, document: PDFDocumentProxy): readonly FieldRow[] {
  const first = firstXfaField(document);
  return [...document.annotationStorage].flatMap(([key, content]: [string, object]) => {
    if (key.startsWith(editorPrefix)) return [];
    const field = shift(key, -first);
    const plain = Object.fromEntries(Object.entries(content).filter(([, value]) => isPlain(value)));
    return [{ documentId, id: `field-${field}`, kind: 'field' as const, field, content: plain }];
  });
}

/** pdf.js keeps elements of the page beside what was filled in. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** @returns 0 where there is no XFA. */
function firstXfaField({ isPureXfa, allXfaHtml }: PDFDocumentProxy): number {
  if (!isPureXfa) return 0;
  const numbers = [...JSON.stringify(allXfaHtml).matchAll(/"dataId":"[^"]*?(\d+)"/g)].map(([, number]) =>
    Number(number),
  );
  return numbers.length === 0 ? 0 : Math.min(...numbers);
}

/** pdf.js numbers XFA's fields on from the document that its worker had before; what is kept counts from the first. */
function shift(field: string, by: number): string {
  return by === 0 ? field : field.replace(/\d+$/, (number) => String(Number(number) + by));
}
