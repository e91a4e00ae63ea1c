import type { ReadableFile } from '../library/readable-file.ts';
import type { ScrollName, SpreadName, Tint } from './view-state.ts';

/** A place in a document and how it was looked at, as it is kept between two readings. */
export interface ReaderPosition {
  /** From 1. */
  readonly page: number;
  /** The upper edge of the view: PDF points above the page's lower edge. */
  readonly top: number;
  /** As pdf.js names it: `auto`, `page-width`, `page-fit`, `page-actual`, or a factor such as `1.25`. */
  readonly scale: string;
  /** The left edge of the view: PDF points from the page's left edge. */
  readonly left?: number;
  /** Absent: one page below the other. */
  readonly scroll?: Exclude<ScrollName, 'vertical'>;
  /** Absent: one page beside none. */
  readonly spread?: Exclude<SpreadName, 'none'>;
  /** Degrees clockwise. Absent: upright. */
  readonly rotation?: 90 | 180 | 270;
  /** Absent: as the app's theme. */
  readonly tint?: Exclude<Tint, 'theme'>;
  /** Id of the sidebar's panel. Absent: the sidebar was closed. */
  readonly panel?: string;
}

/** How much of a document there is below what is seen. */
export interface ReaderExtent {
  readonly pageCount: number;
  readonly isAtEnd: boolean;
}

/** The person moved or zoomed, and came to rest. Comes at most every 400 ms, and once more on closing. */
export class ReaderPositionEvent extends Event {
  static readonly type = 'readerposition';
  /** The file that was read: on closing, the element may already have got the next one. */
  readonly file: ReadableFile;
  readonly position: ReaderPosition;
  readonly pageCount: number;
  /** The last page, or the end of the last page, is on the screen. */
  readonly isAtEnd: boolean;

  constructor(file: ReadableFile, position: ReaderPosition, extent: ReaderExtent) {
    super(ReaderPositionEvent.type);
    this.file = file;
    this.position = position;
    this.pageCount = extent.pageCount;
    this.isAtEnd = extent.isAtEnd;
  }
}

/**
 * - `not-a-pdf`: nothing in the file but its header is as in a PDF.
 * - `cut-short`: the end is missing, and without it nothing can be shown.
 * - `damaged`: too broken to show any of its first pages.
 * - `unreadable`: the bytes could not be read from storage.
 * - `locked`: the person gave no password.
 * - `not-started`: pdf.js itself could not start.
 */
export type ReaderFailureCode =
  | 'not-a-pdf'
  | 'cut-short'
  | 'damaged'
  | 'unreadable'
  | 'no-longer-coming'
  | 'locked'
  | 'not-started';

/** The document can't be shown. The element says so in words; the app may add what it can do (see `failureActions`). */
export class ReaderFailedEvent extends Event {
  static readonly type = 'readerfailed';
  readonly file: ReadableFile;
  readonly code: ReaderFailureCode;
  readonly cause: unknown;

  constructor(file: ReadableFile, code: ReaderFailureCode, cause: unknown) {
    super(ReaderFailedEvent.type);
    this.file = file;
    this.code = code;
    this.cause = cause;
  }
}

/** The person asked for a copy of the document with what they added to it. */
export class ReaderSaveCopyEvent extends Event {
  static readonly type = 'readersavecopy';
  /** A whole PDF. */
  readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    super(ReaderSaveCopyEvent.type, { bubbles: true });
    this.bytes = bytes;
  }
}

declare global {
  interface HTMLElementEventMap {
    [ReaderPositionEvent.type]: ReaderPositionEvent;
    [ReaderFailedEvent.type]: ReaderFailedEvent;
    [ReaderSaveCopyEvent.type]: ReaderSaveCopyEvent;
  }
}
