import { BlobReader, TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { listDocuments } from '../store/document-pages.ts';
import { readDocument } from '../store/documents.ts';
import { readFile } from '../store/files.ts';
import { readCollections } from '../store/incoming.ts';
import { listMarks } from '../store/marks.ts';
import type { DocumentRow, MarkRow } from '../store/schema.ts';
import { sha256Of } from '../transfer/digest.ts';
import { ArchiveNames } from './archive-names.ts';
import type { ArchiveProgress } from './archive-progress.ts';
import { fingerprint } from './fingerprint.ts';
import { PIECE } from './incoming-file.ts';
import { FORMAT, LIST_NAME, type LibraryJson, type ListedDocument, VERSION } from './library-json.ts';
import { writeMarks } from './marks-json.ts';

/** What an archive holds when it is written. */
export interface ExportResult {
  readonly documents: number;
  /** Titles of documents whose bytes the browser has cleared. */
  readonly leftOut: readonly string[];
}

interface ExportOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ArchiveProgress) => void;
}

/** Nothing is compressed: PDFs are already, and what is stored can be found again in a damaged file. */
const STORED = { level: 0, useWebWorkers: false, extendedTimestamp: false } as const;

/** Sizes stand before the bytes, so that a file that was cut short tells them. The bytes are held meanwhile. */
const SMALL = { dataDescriptor: false } as const;

/**
 * Writes the whole library as `library-json.md` says. No document is in memory as a whole.
 *
 * @param target is closed at the end, aborted when it fails.
 * @throws {DOMException} `NotReadableError` when bytes go meanwhile; what the target throws; the reason of `signal`.
 */
export async function exportLibrary(target: WritableStream<Uint8Array>, options: ExportOptions): Promise<ExportResult> {
  const zip = new ZipWriter(target, { ...STORED, signal: options.signal });
  try {
    const { listed, leftOut } = await listLibrary(options.signal);
    const list: LibraryJson = {
      format: FORMAT,
      version: VERSION,
      exportedAt: Date.now(),
      collections: await readCollections(),
      documents: listed,
    };
    await zip.add(LIST_NAME, new TextReader(JSON.stringify(list, undefined, 1)), SMALL);
    await addDocuments(zip, listed, options);
    await zip.close();
    return { documents: listed.length, leftOut };
  } catch (error) {
    await target.abort(error).catch(() => undefined); // It has failed itself, perhaps.
    throw error;
  }
}

async function addDocuments(
  zip: ZipWriter<unknown>,
  listed: readonly ListedDocument[],
  { signal, onProgress }: ExportOptions,
): Promise<void> {
  const total = listed.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const { id, title, type, size, file, marks } of listed) {
    signal.throwIfAborted();
    if (marks !== undefined) await addMarks(zip, marks, await listMarks(id));
    const bytes = await readFile(id, type);
    if (bytes?.size !== size) throw new DOMException(`The bytes of ${title} are gone`, 'NotReadableError');
    const onprogress = (written: number): undefined => {
      onProgress({ done: done + written, total, name: title });
    };
    await zip.add(file, { readable: bytes.stream(), size }, { onprogress });
    done += size;
  }
}

async function addMarks(zip: ZipWriter<unknown>, path: string, marks: readonly MarkRow[]): Promise<void> {
  const imageFile = (index: number): string => `${path.replace(/\.json$/u, '')}/${index + 1}`;
  await zip.add(path, new TextReader(writeMarks(marks, imageFile)), SMALL);
  for (const [index, mark] of marks.entries()) {
    if (mark.kind === 'annotation' && mark.image) await zip.add(imageFile(index), new BlobReader(mark.image), SMALL);
  }
}

/** What goes into the archive, the oldest first: documents that are whole. */
async function listLibrary(
  signal: AbortSignal,
): Promise<{ readonly listed: readonly ListedDocument[]; readonly leftOut: readonly string[] }> {
  const names = new ArchiveNames();
  const listed: ListedDocument[] = [];
  const leftOut: string[] = [];
  for (const { id, title } of (await listDocuments()).toSorted((a, b) => a.addedAt - b.addedAt)) {
    signal.throwIfAborted();
    await fingerprint(id, sha256Of).catch(unlessUnreadable);
    const row = await readDocument(id);
    if (!row) continue; // It was removed meanwhile.
    if (await isWhole(row)) listed.push(await toListed(row, names, listed.length + 1));
    else leftOut.push(title);
  }
  return { listed, leftOut };
}

/** Looks into every segment: an archive that breaks off at what the browser has cleared would be worth nothing. */
async function isWhole({ id, type, size }: DocumentRow): Promise<boolean> {
  const bytes = await readFile(id, type);
  if (bytes?.size !== size) return false;
  for (let at = 0; at < size; at += PIECE) {
    const byte = await bytes
      .slice(at, at + 1)
      .arrayBuffer()
      .catch(unlessUnreadable);
    if (byte?.byteLength !== 1) return false;
  }
  return true;
}

function unlessUnreadable(error: unknown): undefined {
  const isUnreadable = error instanceof DOMException && /^Not(?:Found|Readable)Error$/u.test(error.name);
  if (!isUnreadable) throw error;
}

async function toListed(row: DocumentRow, names: ArchiveNames, number: number): Promise<ListedDocument> {
  const { catalogued: _c, text: _t, isMissing: _m, seen: _s, notice: _n, duplicateOf: _d, kind: _k, ...kept } = row;
  const hasMarks = (await listMarks(row.id)).length > 0;
  return {
    ...kept,
    file: names.pathFor(row.fileName),
    ...(hasMarks ? { marks: `marks/${String(number).padStart(4, '0')}.json` } : {}),
  };
}
