import { webcrypto } from 'node:crypto';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { type DatabaseDump, type IndexShape, SealedKey, type StoreShape, toJson } from './dump.ts';
import { MARKS } from './mark-rows.ts';
import { COLLECTIONS, COVERS, DOCUMENTS, INCOMING, REMOVED, SEGMENTS, SESSIONS, SETTINGS, TEXTS } from './rows.ts';
import { TASKS } from './task-rows.ts';

/** The secret in the dump's one credential. */
const SECRET = 'open sesame';

/** The shape of today's schema, written out: made from the migrations it would prove nothing about them. */
const SHAPES: readonly StoreShape[] = [
  store('collections', 'id'),
  store('covers', 'documentId'),
  store('credentials', 'space'),
  store('documents', 'id', [
    ['by-added', 'addedAt'],
    ['by-catalogued', 'catalogued'],
    ['by-notice', 'notice'],
    ['by-seen', 'seen'],
    ['by-sha256', 'sha256'],
    ['by-size', 'size'],
    ['by-text', 'text'],
    ['by-used', 'usedAt'],
  ]),
  store('incoming', 'id'),
  store('indexParts', 'id'),
  store('marks', ['documentId', 'id']),
  store('removed', 'id'),
  store('segments', ['fileId', 'firstByte']),
  store('sessions', 'id'),
  store('settings', 'name'),
  store('tasks', 'id', [
    ['by-run', 'state.registrationId'],
    ['by-session', 'sessionId'],
  ]),
  store('texts', ['documentId', 'page']),
];

/** The dump of today's schema: every store, a task in every state. Same bytes in every run. */
export async function makeDump(): Promise<DatabaseDump> {
  const rows: Readonly<Record<string, readonly unknown[]>> = {
    collections: COLLECTIONS,
    covers: COVERS,
    credentials: [await credential()],
    documents: DOCUMENTS,
    incoming: INCOMING,
    indexParts: [],
    marks: MARKS,
    removed: REMOVED,
    segments: SEGMENTS,
    sessions: SESSIONS,
    settings: SETTINGS,
    tasks: TASKS,
    texts: TEXTS,
  };
  const stores = SHAPES.map(async (shape) => ({ shape, rows: (await toJson(rows[shape.name])) as unknown[] }));
  return { database: 'longhaul', version: SCHEMA_VERSION, stores: await Promise.all(stores) };
}

function store(
  name: string,
  keyPath: string | readonly string[],
  indexes: readonly [string, string][] = [],
): StoreShape {
  const toIndex = ([index, path]: [string, string]): IndexShape => ({
    name: index,
    keyPath: path,
    unique: false,
    multiEntry: false,
  });
  return { name, keyPath, autoIncrement: false, indexes: indexes.map(toIndex) };
}

/** A fixed key and a fixed initialization vector: for a dump, never for a secret. */
async function credential() {
  const bytes = new Uint8Array(32).fill(7);
  const iv = new Uint8Array(12).fill(3);
  const key = await webcrypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt']);
  const secret = await webcrypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(SECRET));
  const space = 'https://papers.example members';
  return { space, user: 'reader', scheme: 'basic', secret, iv, key: new SealedKey(bytes) };
}
