import type { CollectionRow, ReadingPosition } from '../store/schema.ts';
import { cleanName } from '../transfer/file-name.ts';
import { isSha256 } from '../transfer/read-digest.ts';
import { FORMAT, type ListedDocument, VERSION } from './library-json.ts';
import { asRecord, flag, list, oneOf, positive, text, time } from './untrusted.ts';

/** What a list says, as far as it can be believed. */
export type ListReading =
  | {
      readonly kind: 'list';
      readonly collections: readonly CollectionRow[];
      readonly documents: readonly ListedDocument[];
    }
  | { readonly kind: 'newer' }
  | { readonly kind: 'broken' };

/** Reads a `library.json` from anywhere. What is not as `library-json.md` says is left out, a document without bytes too. */
export function readLibraryJson(json: string): ListReading {
  const root = asRecord(parse(json));
  if (root?.['format'] !== FORMAT) return { kind: 'broken' };
  const version = root['version'];
  if (typeof version === 'number' && version > VERSION) return { kind: 'newer' };
  if (version !== VERSION || !Array.isArray(root['documents'])) return { kind: 'broken' };
  return {
    kind: 'list',
    collections: list(root['collections']).flatMap((each) => readCollection(each) ?? []),
    documents: list(root['documents']).flatMap((each) => readDocument(each) ?? []),
  };
}

/** @returns `undefined` where it is no JSON. */
export function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // What is said of it is up to who asked.
  }
}

function readCollection(value: unknown): CollectionRow | undefined {
  const row = asRecord(value);
  const id = text(row?.['id']);
  const name = text(row?.['name'])?.trim();
  if (!id || !name) return undefined;
  return { id, name, createdAt: time(row?.['createdAt']) ?? Date.now() };
}

function readDocument(value: unknown): ListedDocument | undefined {
  const row = asRecord(value);
  const file = text(row?.['file']);
  const size = positive(row?.['size']);
  if (!row || !file || size === undefined) return undefined;
  const fileName = cleanName(text(row['fileName'])) ?? cleanName(file) ?? 'Unnamed file';
  const addedAt = time(row['addedAt']) ?? Date.now();
  return {
    id: text(row['id']) ?? '',
    file,
    size,
    fileName,
    title: text(row['title'])?.trim() || fileName,
    titleFrom: oneOf(row['titleFrom'], ['file', 'metadata', 'person']) ?? 'file',
    type: text(row['type']) ?? '',
    addedAt,
    usedAt: time(row['usedAt']) ?? addedAt,
    ...present({
      author: text(row['author']),
      pages: positive(row['pages']),
      source: address(row['source']),
      openedAt: time(row['openedAt']),
      finishedAt: time(row['finishedAt']),
      isFavourite: flag(row['isFavourite']),
      isPinned: flag(row['isPinned']),
      collections: texts(row['collections']),
      sha256: sha256(row['sha256']),
      position: readPosition(row['position']),
      marks: text(row['marks']),
    }),
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the members that are absent. */
function present<T extends object>(members: T): Present<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>;
}

function readPosition(value: unknown): ReadingPosition | undefined {
  const row = asRecord(value);
  const page = positive(row?.['page']);
  const { top, left } = row ?? {};
  if (!row || page === undefined || typeof top !== 'number') return undefined;
  return {
    page,
    top,
    scale: text(row['scale']) ?? 'auto',
    ...present({
      left: typeof left === 'number' ? left : undefined,
      scroll: oneOf(row['scroll'], ['page', 'horizontal', 'wrapped']),
      spread: oneOf(row['spread'], ['odd', 'even']),
      rotation: oneOf(row['rotation'], [90, 180, 270]),
      tint: oneOf(row['tint'], ['paper', 'sepia', 'night']),
      panel: text(row['panel']),
    }),
  };
}

function texts(value: unknown): string[] | undefined {
  const found = list(value).flatMap((each) => text(each) ?? []);
  return found.length > 0 ? found : undefined;
}

/** It becomes a link and is downloaded again. */
function address(value: unknown): string | undefined {
  const url = URL.parse(text(value) ?? '');
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined;
}

function sha256(value: unknown): string | undefined {
  const hex = text(value);
  return hex !== undefined && isSha256(hex) ? hex.toLowerCase() : undefined;
}
