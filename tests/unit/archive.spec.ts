import { expect, test } from 'playwright/test';
import { ArchiveNames } from '../../src/library/archive-names.ts';
import { readMarks, writeMarks } from '../../src/library/marks-json.ts';
import type { AnnotationRow, MarkRow } from '../../src/store/schema.ts';

test('marks of every kind come back from an archive as they were', () => {
  const types = ['highlight', 'text', 'note', 'drawing', 'image', 'signature', 'removal'] as const;
  const annotation = (type: AnnotationRow['type']): AnnotationRow => ({
    documentId: 'd',
    id: type,
    kind: 'annotation',
    page: 2,
    type,
    top: 300,
    text: 'Words',
    comment: 'Look',
    content: { rect: [1, 2] },
  });
  const marks: MarkRow[] = [
    ...types.map(annotation),
    { documentId: 'd', id: 'field', kind: 'field', field: '12R', content: { value: 'Ada' } },
    { documentId: 'd', id: 'bookmark', kind: 'bookmark', page: 1, addedAt: 5 },
  ];
  const read = readMarks(
    writeMarks(marks, () => ''),
    'd',
  );
  expect(read.map(({ row }) => row)).toEqual(marks);
});

test('each document has a name of its own in an archive, however many are called the same', () => {
  const names = new ArchiveNames();
  const paths = ['paper.pdf', 'Paper.pdf', 'paper (2).pdf', 'paper.pdf', 'a/b?.pdf'].map((name) => names.pathFor(name));
  expect(paths).toEqual([
    'documents/paper.pdf',
    'documents/Paper (2).pdf',
    'documents/paper (2) (2).pdf',
    'documents/paper (3).pdf',
    'documents/b_.pdf',
  ]);
  const many = Array.from({ length: 30_000 }, () => names.pathFor('download.pdf'));
  expect(new Set(many).size).toBe(30_000);
});
