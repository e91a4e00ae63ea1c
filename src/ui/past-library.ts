import { onChange } from '../store/changes.ts';
import { countDocuments } from '../store/document-count.ts';
import { readSession } from '../store/sessions.ts';

/** What is known of a library that the browser has cleared. */
export interface PastLibrary {
  /** Documents. */
  readonly count: number;
  /** When it was last seen, in ms since the epoch. */
  readonly at: number;
  /** When its database was made, which tells it from others; absent in notes of older versions. */
  readonly madeAt?: number;
}

/**
 * A number and a date in `localStorage`. A browser that runs out of room clears the database, and with it everything
 * that could tell; Chromium keeps `localStorage` then. Where a person clears a site's data, both go, and nothing is said.
 */
const KEY = 'longhaul-library';

/** The library that was here before this database was made; `undefined` where there was none, or nothing tells. */
export async function readPastLibrary(): Promise<PastLibrary | undefined> {
  const note = readNote();
  const session = await readSession('app');
  if (!note || !session || note.count === 0) return undefined;
  // Dates alone would tell nonsense after the device's clock was set.
  const isAnother = note.madeAt === undefined ? session.createdAt > note.at : session.createdAt !== note.madeAt;
  return isAnother ? note : undefined;
}

/** The person knows: from now on the library is the one that is here. */
export async function forgetPastLibrary(): Promise<void> {
  await writeNote();
}

/** Keeps the note as the library changes, unless it still has something to say. */
export async function noteLibrary(signal: AbortSignal): Promise<void> {
  const note = async (): Promise<void> => {
    if (!(await readPastLibrary())) await writeNote();
  };
  onChange((change) => void (change === 'documents' && note().catch(reportError)), signal);
  await note();
}

async function writeNote(): Promise<void> {
  const [count, session] = await Promise.all([countDocuments(), readSession('app')]);
  const note: PastLibrary = { count, at: Date.now(), ...(session ? { madeAt: session.createdAt } : {}) };
  localStorage.setItem(KEY, JSON.stringify(note));
}

function readNote(): PastLibrary | undefined {
  const text = localStorage.getItem(KEY);
  if (text === null) return undefined;
  const { count, at, madeAt } = JSON.parse(text) as Partial<PastLibrary>;
  if (typeof count !== 'number' || typeof at !== 'number') return undefined;
  return { count, at, ...(typeof madeAt === 'number' ? { madeAt } : {}) };
}
