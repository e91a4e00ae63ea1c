import {
  addIndexPart,
  dropIndexParts,
  listIndexParts,
  listKnownDocuments,
  readIndexParts,
  replaceIndexParts,
  sizeClassOf,
} from '../../store/index-parts.ts';
import type { IndexPartRow } from '../../store/schema.ts';
import { readTexts } from '../../store/texts.ts';
import { FORM, type IndexPart, countingParts, indexDocument, mergeParts } from './index-part.ts';

/** So many parts of about one size become one: each word is written again only as often as the library grows so much. */
const FAN_IN = 8;

/** Whoever changes the index holds this. */
const LOCK = 'longhaul-index';

/** What there is to do with the index. */
export type IndexWork = { readonly kind: 'add'; readonly documentId: string } | { readonly kind: 'tidy' };

/** Changes the index; page and worker may both ask, one does at a time. */
export async function workOnIndex(work: IndexWork): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    if (work.kind === 'tidy') return tidy();
    await add(work.documentId);
    return mergeWhatHasGrown();
  });
}

/** Makes the words of a document found, which lie in `texts`. */
async function add(documentId: string): Promise<void> {
  const rows = await readTexts(documentId);
  const pages: string[] = [];
  for (const { page, text } of rows) pages[page - 1] = text;
  // A page may be missing where reading it failed.
  const part = indexDocument(
    documentId,
    Array.from(pages, (text) => text ?? ''),
  );
  await addIndexPart(documentId, part, sizeClass(part));
}

/** Drops what is written in another form, and the words of documents that are gone for good. */
async function tidy(): Promise<void> {
  const parts = await readIndexParts(await listIndexParts());
  const outdated = parts.filter(({ form }) => form !== FORM);
  if (outdated.length > 0) {
    const documentIds = outdated.flatMap(({ documents }) => documents.map(({ id }) => id));
    await dropIndexParts(
      outdated.map(({ id }) => id),
      documentIds,
    );
  }
  const current = parts.filter(({ form }) => form === FORM);
  const known = await listKnownDocuments();
  const counting = countingParts(current);
  for (const part of current) {
    const isWhole = part.documents.every(({ id }) => known.has(id) && counting.get(id) === part.id);
    if (!isWhole) await replace([part]);
  }
}

async function mergeWhatHasGrown(): Promise<void> {
  const group = Map.groupBy(await listIndexParts(), sizeClassOf);
  const full = [...group.values()].find((ids) => ids.length >= FAN_IN);
  if (!full) return;
  await replace(await readIndexParts(full));
  await mergeWhatHasGrown();
}

/**
 * By one part with what of them is still wanted. It is the latest then, so no words may come into it that others have
 * replaced: a document that was read again lies in several parts.
 */
async function replace(parts: readonly IndexPartRow[]): Promise<void> {
  const known = await listKnownDocuments();
  const counting = countingParts(await listContents());
  const merged = mergeParts(parts, (documentId, { id }) => known.has(documentId) && counting.get(documentId) === id);
  await replaceIndexParts(
    parts.map(({ id }) => id),
    merged,
    merged ? sizeClass(merged) : 0,
  );
}

/** Parts never change, and reading one costs: what lies in those that were read is remembered, as long as the worker lives. */
const contents = new Map<number, Pick<IndexPartRow, 'id' | 'documents'>>();

/** Which documents lie in which parts, in the order of the parts' ids. */
async function listContents(): Promise<readonly Pick<IndexPartRow, 'id' | 'documents'>[]> {
  const ids = await listIndexParts();
  for (const id of ids.filter((each) => !contents.has(each))) {
    for (const { documents } of await readIndexParts([id])) contents.set(id, { id, documents });
  }
  return ids.flatMap((id) => contents.get(id) ?? []);
}

/** Parts of one class differ by less than the factor of a merge. */
function sizeClass({ places }: IndexPart): number {
  return Math.max(0, Math.floor(Math.log(places.length / 1024) / Math.log(FAN_IN)));
}
