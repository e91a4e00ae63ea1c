import { makeFieldGuide } from './field-guide.ts';
import { LONG_BOOK_BYTES, LONG_BOOK_PAGES, makeLongBook } from './long-book.ts';
import { makeNote } from './note.ts';

/** A document on the shelf, made when it is first wanted. */
export interface Sample {
  /** Last segment of its address. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly pages: number;
  /** Size in bytes, where making the document just to weigh it would take seconds. */
  readonly bytes?: number;
  /** How fast one response is sent. Default: no limit. */
  readonly bytesPerSecond?: number;
  make(): Promise<Uint8Array>;
}

/** Slow enough that there is time to close the tab: 20 seconds for the book. */
export const LONG_BOOK_BYTES_PER_SECOND = 3_000_000;

export const SAMPLES: readonly Sample[] = [
  {
    name: 'note-on-long-hauls.pdf',
    title: 'A Note on Long Hauls',
    description: 'Why a download should survive its tab.',
    pages: 2,
    make: makeNote,
  },
  {
    name: 'field-guide.pdf',
    title: 'A Field Guide to Background Transfers',
    description: 'Ranges, validators, workers and reading offline, with bookmarks, links and pictures.',
    pages: 40,
    make: makeFieldGuide,
  },
  {
    name: 'the-long-book.pdf',
    title: 'The Long Book',
    description: 'Forty-eight journeys with full-page plates. Sent slowly: time to close the tab.',
    pages: LONG_BOOK_PAGES,
    bytes: LONG_BOOK_BYTES,
    bytesPerSecond: LONG_BOOK_BYTES_PER_SECOND,
    make: makeLongBook,
  },
];
