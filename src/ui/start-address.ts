import type { Refusal } from '../library/bring-in.ts';

/** What the address that the app was started with asks for, beside a screen. */
export interface StartRequest {
  /** To be asked about, each as it was given. */
  readonly addresses: readonly string[];
  /** Ids of the documents that came by Chrome's share target; see `sw/share-target.ts`. */
  readonly shared: readonly string[];
  /** Why others that came that way were not taken. */
  readonly refused: readonly Refusal[];
  /** Shortcuts of the manifest: to give an address, to go on reading. */
  readonly shortcut: 'add' | 'last' | undefined;
}

const REFUSALS: readonly string[] = [
  'empty-file',
  'web-page',
  'not-a-pdf',
  'unreadable',
  'no-room',
] satisfies Refusal[];

/** How many addresses one link may ask about. */
const MOST = 100;

/** Reads what the app was started for, and takes it out of the address: a reload must not ask again. */
export function takeStartRequest(): StartRequest {
  const url = new URL(location.href);
  const { searchParams } = url;
  const request = {
    addresses: addressesOf(searchParams.getAll('add')),
    shared: searchParams.getAll('shared').slice(0, MOST),
    refused: searchParams.getAll('refused').filter((each): each is Refusal => REFUSALS.includes(each)),
    shortcut: shortcutOf(searchParams),
  };
  const names = ['add', 'shared', 'refused', 'last'].filter((name) => searchParams.has(name));
  for (const name of names) searchParams.delete(name);
  // Before any download starts: Chromium holds them back for 30 s after a navigation, even one within the page.
  if (names.length > 0) history.replaceState(history.state, '', url);
  return request;
}

/** `?last` and a bare `?add`. */
function shortcutOf(searchParams: URLSearchParams): StartRequest['shortcut'] {
  if (searchParams.has('last')) return 'last';
  return searchParams.getAll('add').join('') === '' && searchParams.has('add') ? 'add' : undefined;
}

/** An address can't hold a line break: what has one is several, as in the form. */
function addressesOf(given: readonly string[]): string[] {
  const lines = given.flatMap((text) => text.split(/\r?\n/u)).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, MOST);
}
