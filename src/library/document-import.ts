import { addBelongings, admitIncoming, type Belongings, documentOfSha256, isFreeId } from '../store/incoming.ts';
import type { DocumentRow, MarkRow } from '../store/schema.ts';
import { cleanName } from '../transfer/file-name.ts';
import { isPdfStart } from './accept-file.ts';
import { type ArchiveEntry, blobOf, textOf } from './archive-entry.ts';
import type { ImportCollections } from './import-collections.ts';
import type { ImportTally } from './import-result.ts';
import { IncomingFile, type StoredBytes, whileIncoming } from './incoming-file.ts';
import type { ListedDocument } from './library-json.ts';
import { type ListedMark, readMarks } from './marks-json.ts';
import { newDocument } from './new-document.ts';
import { pieceStream } from './piece-stream.ts';

/** Bytes that a document's marks, or one image of them, may have. */
const LARGEST_MARKS = 67_108_864;

type OnBytes = (count: number) => void;

/** Brings the documents of one archive in. */
export class DocumentImport {
  readonly #entries: ReadonlyMap<string, ArchiveEntry>;
  readonly #collections: ImportCollections;
  readonly #tally: ImportTally;
  readonly #signal: AbortSignal;

  constructor(
    entries: ReadonlyMap<string, ArchiveEntry>,
    collections: ImportCollections,
    tally: ImportTally,
    signal: AbortSignal,
  ) {
    this.#entries = entries;
    this.#collections = collections;
    this.#tally = tally;
    this.#signal = signal;
  }

  /** @throws {Error} when it is damaged or not there; `QuotaExceededError`; the reason of the signal. */
  async takeListed(listed: ListedDocument, onBytes: OnBytes): Promise<void> {
    const known = listed.sha256 === undefined ? undefined : await documentOfSha256(listed.sha256);
    if (known && !known.isMissing) return this.#addTo(known, listed);
    const entry = this.#entries.get(listed.file);
    if (!entry) throw new Error(`${listed.file} is not in the archive`);
    await inFreePlace(listed.id, async (id) => {
      const { stored, isPdf } = await this.#store(entry, id, onBytes, () => true);
      assertSame(stored, listed);
      const collections = this.#collections.idsFor(listed.collections);
      const belongings = {
        marks: await this.#marksOf(listed, id),
        collections: this.#collections.rowsFor(collections),
      };
      await this.#admit(toRow(listed, { isPdf, stored, collections }), belongings, listed);
    });
  }

  /** @throws {Error} when it is damaged or no PDF; else as `takeListed()`. */
  async takePlain(entry: ArchiveEntry, onBytes: OnBytes): Promise<void> {
    await inFreePlace('', async (id) => {
      const { stored } = await this.#store(entry, id, onBytes, isPdfStart);
      const fileName = cleanName(entry.path) ?? 'Unnamed file';
      const row = newDocument({ id, isPdf: true, fileName, type: '', size: stored.size });
      await this.#admit({ ...row, sha256: stored.sha256, seen: 1, notice: 'settled' }, {});
    });
  }

  async #store(
    entry: ArchiveEntry,
    id: string,
    onBytes: OnBytes,
    accepts: (start: Uint8Array) => boolean,
  ): Promise<{ readonly stored: StoredBytes; readonly isPdf: boolean }> {
    if (entry.isEncrypted) throw new Error(`${entry.path} is encrypted`);
    if (entry.size === 0) throw new Error(`${entry.path} is empty`);
    const incoming = await IncomingFile.begin(id);
    let isPdf = false;
    const check = (start: Uint8Array): void => {
      isPdf = isPdfStart(start);
      if (!accepts(start)) throw new Error(`${entry.path} is not what it says`);
    };
    await entry.unpack(pieceStream(incoming, check, onBytes), this.#signal);
    return { stored: incoming.end(), isPdf };
  }

  /** Another window may have brought the same bytes in meanwhile. */
  async #admit(row: DocumentRow, belongings: Belongings, listed?: ListedDocument): Promise<void> {
    const { kind, document } = await admitIncoming(row, belongings, 'leave');
    if (kind === 'restored') this.#tally.restored += 1;
    if (kind === 'added') this.#tally.added += 1;
    else if (listed) await this.#addTo(document, listed);
    else this.#tally.known += 1;
  }

  /** What a document that is here lacks of what the archive has of it. */
  async #addTo({ id }: DocumentRow, listed: ListedDocument): Promise<void> {
    const collections = this.#collections.idsFor(listed.collections);
    const marks = await this.#marksOf(listed, id);
    const belongings = { marks, collections: this.#collections.rowsFor(collections) };
    this.#tally.marks += (await addBelongings(id, belongings, (row) => withLacking(row, listed, collections))) ?? 0;
    this.#tally.known += 1;
  }

  /** Marks that can't be read are said; the document comes without them. */
  async #marksOf({ marks: path, title }: ListedDocument, documentId: string): Promise<MarkRow[]> {
    const entry = path === undefined ? undefined : this.#entries.get(path);
    if (path === undefined) return [];
    try {
      if (!entry) throw new Error(`${path} is not in the archive`);
      const read = readMarks(await textOf(entry, LARGEST_MARKS), documentId);
      const marks = await Promise.all(read.map((mark) => this.#withImage(mark)));
      const whole = marks.filter((mark) => mark !== undefined);
      if (whole.length < marks.length) this.#tally.damaged.push(`an image among the marks of ${title}`);
      return whole;
    } catch {
      this.#tally.damaged.push(`the marks of ${title}`);
      return [];
    }
  }

  /** @returns `undefined` where the image can't be read: the other marks come all the same. */
  async #withImage({ row, image }: ListedMark): Promise<MarkRow | undefined> {
    if (!image || row.kind !== 'annotation') return row;
    const entry = this.#entries.get(image.file);
    if (!entry || !image.type.startsWith('image/')) return undefined;
    const bytes = await blobOf(entry, LARGEST_MARKS, image.type).catch(() => undefined);
    return bytes && { ...row, image: bytes };
  }
}

/** Under the id that is wished for, where nothing here has it, and it can be one. */
async function inFreePlace(wished: string, bring: (id: string) => Promise<void>): Promise<void> {
  const id = /^[\w-]{1,64}$/u.test(wished) ? wished : crypto.randomUUID();
  const isDone = await whileIncoming(id, async () => {
    if (!(await isFreeId(id))) return false;
    await bring(id);
    return true;
  });
  if (!isDone) await inFreePlace('', bring);
}

function assertSame(stored: StoredBytes, { file, size, sha256 }: ListedDocument): void {
  const isSame = stored.size === size && (sha256 === undefined || stored.sha256 === sha256);
  if (!isSame) throw new Error(`${file} is not the one that the list names`);
}

interface Stored {
  readonly isPdf: boolean;
  readonly stored: StoredBytes;
  readonly collections: readonly string[];
}

function toRow(listed: ListedDocument, { isPdf, stored, collections }: Stored): DocumentRow {
  const { file: _f, marks: _m, collections: _c, ...kept } = listed;
  const { id, size, sha256 } = stored;
  const { kind, type, catalogued, text } = newDocument({ ...listed, id, isPdf, size });
  const row = { ...kept, id, kind, type, size, sha256, catalogued, text, seen: 1, notice: 'settled' } as const;
  return collections.length === 0 ? row : { ...row, collections };
}

/** @returns `undefined` where it lacks nothing. */
function withLacking(
  row: DocumentRow,
  listed: ListedDocument,
  collections: readonly string[],
): DocumentRow | undefined {
  const { position = listed.position, finishedAt = listed.finishedAt, isFavourite = listed.isFavourite } = row;
  const all = [...new Set([...(row.collections ?? []), ...collections])];
  const next = {
    ...row,
    ...(all.length === 0 ? {} : { collections: all }),
    ...(position ? { position } : {}),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    ...(isFavourite ? { isFavourite } : {}),
  };
  return JSON.stringify(next) === JSON.stringify(row) ? undefined : next;
}
