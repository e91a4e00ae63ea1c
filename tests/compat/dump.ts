import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A database as JSON: its shape and its rows, enough to make it again without any of the app's code. */
export interface DatabaseDump {
  readonly database: string;
  readonly version: number;
  readonly stores: readonly { readonly shape: StoreShape; readonly rows: readonly unknown[] }[];
}

/** What a store looks like, by the names that IndexedDB has for it. */
export interface StoreShape {
  readonly name: string;
  readonly keyPath: string | readonly string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly IndexShape[];
}

export interface IndexShape {
  readonly name: string;
  readonly keyPath: string | readonly string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
}

/** Stands for a key that scripts can use but not export; the dump holds the AES bytes that it is made of. */
export class SealedKey {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** In the addresses of a dump this host stands for a test's own origin. */
export const DUMP_ORIGIN = 'https://papers.example';

export function dumpPath(version: number): string {
  return join(import.meta.dirname, `version-${version}.json`);
}

/**
 * Reads the dump of a version of the schema.
 *
 * @param origin takes the place of `DUMP_ORIGIN` in every address.
 * @throws {Error} `ENOENT` when nobody made one.
 */
export async function readDump(version: number, origin: string = DUMP_ORIGIN): Promise<DatabaseDump> {
  const text = await readFile(dumpPath(version), 'utf8');
  return JSON.parse(text.replaceAll(DUMP_ORIGIN, origin)) as DatabaseDump;
}

/** A row as JSON. What JSON has no word for becomes an object with one `$` key; `restore-dump.ts` knows them. */
export async function toJson(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return { $blob: base64(await value.arrayBuffer()), type: value.type };
  if (value instanceof ArrayBuffer) return { $buffer: base64(value) };
  if (value instanceof Uint8Array) return { $bytes: base64(value) };
  if (value instanceof SealedKey) return { $key: base64(value.bytes) };
  if (Array.isArray(value)) return Promise.all(value.map((each) => toJson(each)));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([name, each]) => [name, await toJson(each)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function base64(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString('base64');
}
