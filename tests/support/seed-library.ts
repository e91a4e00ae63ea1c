import type { Page } from 'playwright/test';
import type { CollectionRow, DocumentRow } from '../../src/store/schema.ts';

interface Seed {
  readonly documents: readonly DocumentRow[];
  readonly collections?: readonly CollectionRow[];
  /** Draws a cover for each, in this page. */
  readonly covers?: boolean;
}

const DAY = 24 * 60 * 60_000;

/** Noon of a day on which nothing else happens. */
const START = Date.UTC(2026, 2, 2, 12);

/**
 * A document that was never opened, the one of that number among many: each was added a minute before the one that
 * follows, and is one byte larger.
 */
export function makeDocument(number: number, facts: Partial<DocumentRow> = {}): DocumentRow {
  const name = `document-${String(number).padStart(5, '0')}`;
  const addedAt = START + number * 60_000;
  return {
    id: name,
    kind: 'pdf',
    title: `Document ${number}`,
    titleFrom: 'metadata',
    author: `Author ${number % 97}`,
    pages: 1 + (number % 300),
    fileName: `${name}.pdf`,
    type: 'application/pdf',
    size: 1_000_000 + number,
    source: `https://papers.example.org/${name}.pdf`,
    addedAt,
    usedAt: facts.openedAt ?? facts.addedAt ?? addedAt,
    catalogued: 'done',
    text: 'done',
    seen: 1,
    notice: 'settled',
    sha256: String(number).padStart(64, '0'),
    ...facts,
  };
}

/**
 * So many of `makeDocument()`, some of them opened, read to the end, or favourites.
 *
 * @param factsOf what else is true of the document of that number.
 */
export function makeDocuments(
  count: number,
  factsOf: (number: number) => Partial<DocumentRow> = () => ({}),
): DocumentRow[] {
  return Array.from({ length: count }, (_, number) =>
    makeDocument(number, { ...readingOf(number), ...factsOf(number) }),
  );
}

/** Writes rows past the app's own code. The app must have run in this page, and is to be loaded anew afterwards. */
export async function seedLibrary(page: Page, { documents, collections = [], covers = false }: Seed): Promise<void> {
  await page.evaluate(writeRows, { documents, collections, covers });
}

function readingOf(number: number): Partial<DocumentRow> {
  const openedAt = START + number * 60_000 + DAY;
  const position = { page: 1 + (number % 7), top: 0, scale: 'auto' };
  if (number % 5 === 0) return { openedAt, position, ...(number % 10 === 0 ? { finishedAt: openedAt } : {}) };
  return number % 7 === 0 ? { isFavourite: true } : {};
}

/** Runs in the page. */
async function writeRows({ documents, collections, covers }: Required<Seed>): Promise<void> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
    });
  const drawCover = async (number: number): Promise<{ image: Blob; width: number; height: number }> => {
    const [width, height] = number % 9 === 4 ? [320, 240] : [300, 390 + (number % 3) * 25];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas');
    const hue = (number * 47) % 360;
    const isPlain = number % 4 === 1;
    context.fillStyle = isPlain ? '#fdfcf8' : `hsl(${hue} ${30 + (number % 3) * 15}% ${26 + (number % 5) * 12}%)`;
    context.fillRect(0, 0, width, height);
    context.fillStyle = isPlain ? '#2b2b2b' : 'rgb(255 255 255 / 0.88)';
    for (let line = 0; line < 3; line++)
      context.fillRect(34, 50 + line * 26, 90 + ((number * 31 + line * 57) % 130), 13);
    context.globalAlpha = 0.45;
    if (isPlain)
      for (let line = 0; line < 16; line++) context.fillRect(34, 160 + line * 13, 232 - ((line * 37) % 5) * 14, 4);
    else if (number % 2 === 0) context.arc(width * 0.62, height * 0.68, 40 + ((number * 13) % 70), 0, 7);
    else
      for (let bar = 0; bar < 6; bar++)
        context.fillRect(34 + bar * 40, height - 60 - ((number * 29 + bar * 43) % 120), 26, 400);
    context.fill();
    return { image: await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 }), width, height };
  };
  const drawn = covers
    ? await Promise.all(Array.from({ length: Math.min(60, documents.length) }, (_, n) => drawCover(n)))
    : [];
  const db = await answer(indexedDB.open('longhaul'));
  // In one transaction ten thousand blobs would need as many open files.
  for (let from = 0; from < Math.max(1, documents.length); from += 500) {
    const tx = db.transaction(['documents', 'collections', 'covers', 'segments'], 'readwrite');
    const done = new Promise((resolve, reject) => {
      tx.addEventListener('complete', resolve);
      tx.addEventListener('abort', () => reject(tx.error ?? new Error('no reason given')));
    });
    if (from === 0) for (const row of collections) tx.objectStore('collections').put(row);
    for (const [offset, row] of documents.slice(from, from + 500).entries()) {
      tx.objectStore('documents').put(row);
      const bytes = new Blob(['%PDF-1.7']);
      tx.objectStore('segments').put({ fileId: row.id, firstByte: 0, lastByte: bytes.size - 1, bytes });
      if (covers) tx.objectStore('covers').put({ documentId: row.id, ...drawn[(from + offset) % drawn.length] });
    }
    await done;
  }
  db.close();
}
