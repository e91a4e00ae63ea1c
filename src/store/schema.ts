import type { DBSchema } from 'idb';
import type { TaskState } from './task-state.ts';

/** The version of the schema below. Raise it together with a migration and a dump in `tests/compat`. */
export const SCHEMA_VERSION = 4;

/**
 * Everything Longhaul keeps, on one screen. IndexedDB is the truth between page and worker;
 * each row is plain, structured-cloneable and carries only what is true.
 */
export interface LonghaulSchema extends DBSchema {
  sessions: { key: string; value: SessionRow };
  tasks: { key: string; value: TaskRow; indexes: { 'by-session': string; 'by-run': string } };
  /** A file is the list of its segments in order of `firstByte`; it is never assembled. */
  segments: { key: [fileId: string, firstByte: number]; value: SegmentRow };
  documents: {
    key: string;
    value: DocumentRow;
    indexes: {
      'by-added': number;
      'by-used': number;
      'by-size': number;
      'by-seen': 0 | 1;
      'by-notice': NoticeState;
      'by-sha256': string;
      'by-catalogued': CatalogState;
      'by-text': CatalogState;
    };
  };
  /** What was taken out of the library and can still be put back; its bytes and marks lie where they were. */
  removed: { key: string; value: RemovedRow };
  covers: { key: string; value: CoverRow };
  /** The words of documents, page by page. */
  texts: { key: [documentId: string, page: number]; value: TextRow };
  /** What finds words in `texts`, in parts that are merged and dropped but never changed. */
  indexParts: { key: number; value: IndexPartRow };
  collections: { key: string; value: CollectionRow };
  /** Files on their way in from disk: until all of one is there, its segments belong to no document. */
  incoming: { key: string; value: IncomingRow };
  settings: { key: string; value: SettingRow };
  /** One row a protection space (RFC 9110 §11.5); the secret is encrypted by a key that can't be exported. */
  credentials: { key: string; value: CredentialRow };
  /** What a person added to documents, one row each, so that two windows on a document don't overwrite each other. */
  marks: { key: [documentId: string, id: string]; value: MarkRow };
}

export interface SessionRow {
  readonly id: string;
  readonly state: 'valid' | 'finishing' | 'invalid';
  readonly conditions: TransferConditions;
  /** Milliseconds since the epoch, as every time in this file. */
  readonly createdAt: number;
}

/** When a transfer may run. Absent means no condition. Mirrors `URLSessionConfiguration`. */
export interface TransferConditions {
  readonly waitsForConnectivity?: boolean;
  readonly allowsExpensiveNetworkAccess?: boolean;
  readonly allowsConstrainedNetworkAccess?: boolean;
  readonly isDiscretionary?: boolean;
  readonly earliestBeginDate?: number;
  /** Milliseconds from creation, or from the last Retry, to giving up. */
  readonly timeoutIntervalForResource?: number;
}

export type TaskPriority = 'high' | 'normal' | 'low';

export interface TaskRow {
  readonly id: string;
  readonly sessionId: string;
  readonly kind: 'download' | 'upload';
  readonly request: TaskRequest;
  readonly state: TaskState;
  /** Counts registrations of this task; 0 before the first. Part of the registration's id. */
  readonly attempt: number;
  /** Failed attempts since the last byte arrived, for the retry table. */
  readonly failures: number;
  /** How often the file had changed on its server, so that all began again. */
  readonly freshStarts: number;
  /** The file's name as far as it is known; text, never markup. */
  readonly name: string;
  readonly priority: TaskPriority;
  /** Place in the queue among tasks of one priority; smaller goes first, fractions allowed for moves. */
  readonly position: number;
  readonly conditions: TransferConditions;
  /** What a probe or a record said of the file; absent before either answered. */
  readonly remote?: RemoteFile;
  /** Bytes that lie in `segments`. */
  readonly bytesStored: number;
  /** `sha256` in lower-case hex that the bytes must have. */
  readonly digest?: string;
  /** The protection space whose credential its requests carry; absent before a server asked for one. */
  readonly credentialSpace?: string;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly endedAt?: number;
  /** When it first ran; absent before, and in rows of earlier versions. */
  readonly startedAt?: number;
  /** What carried its last run. */
  readonly engine?: 'background-fetch' | 'fetch';
  /** When bytes of it were last stored. */
  readonly lastByteAt?: number;
  /** When it was last tried again after it had failed; its timeout counts from here. */
  readonly retriedAt?: number;
  /** The document whose bytes it brings again: they take the place of those that it had. */
  readonly renews?: string;
}

export interface TaskRequest {
  /** Absolute http(s) address without credentials and fragment. */
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** What an upload sends. */
  readonly body?: Blob;
}

/** A file on a server, as its answers describe it. */
export interface RemoteFile {
  /** The address after redirects. */
  readonly url: string;
  /** What the server calls the file, cleaned; absent when it names none that this side can read. */
  readonly name?: string;
  /** Size in bytes; absent when the server gave none that can be trusted. */
  readonly length?: number;
  /** MIME type without parameters, lower case; '' when none was given. */
  readonly type: string;
  readonly acceptsRanges?: boolean;
  /** It says that it has ranges and answers them with something else. */
  readonly ignoresRanges?: boolean;
  /** The server asked for the file to be kept rather than shown. */
  readonly isAttachment?: boolean;
  /** `Content-Length` counted compressed bytes, so the length is not to be asked for again. */
  readonly isCompressed?: boolean;
  readonly validator?: Validator;
  /**
   * Whether a page may read this server's answers; 'refused' when the server answered but without CORS,
   * which a failed Background Fetch alone can't tell from a dead line.
   */
  readonly access: 'allowed' | 'refused';
}

/** Tells whether two answers speak of the same bytes (RFC 9110 §8.8): a strong ETag, else date and length. */
export type Validator =
  | { readonly kind: 'etag'; readonly etag: string }
  | { readonly kind: 'date'; readonly lastModified: string; readonly length: number };

export interface SegmentRow {
  readonly fileId: string;
  /** Inclusive positions, as in `Content-Range`. */
  readonly firstByte: number;
  readonly lastByte: number;
  readonly bytes: Blob;
}

/** Whether a finished download's notification is still owed; settled: it was shown, or the person refuses them. */
export type NoticeState = 'due' | 'settled';

/** Whether something that is read out of a document in idle time is there; `failed` is not tried again. */
export type CatalogState = 'due' | 'done' | 'failed';

/** One entry of the library. Its id is its file's id, which is its task's: one task can't make two. */
export interface DocumentRow {
  readonly id: string;
  readonly kind: 'pdf' | 'file';
  readonly title: string;
  /** The file's name, until the document's own title is known; one that the person gave stays. */
  readonly titleFrom: 'file' | 'metadata' | 'person';
  readonly author?: string;
  /** How many there are; absent until it was read, and for what is not a PDF. */
  readonly pages?: number;
  readonly fileName: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Where it came from; absent for files brought in from disk. */
  readonly source?: string;
  readonly addedAt: number;
  readonly openedAt?: number;
  /** `openedAt`, or `addedAt` before the first time: what was used last stands first. */
  readonly usedAt: number;
  /** When the last page was reached, or the person said so. */
  readonly finishedAt?: number;
  readonly isFavourite?: true;
  /** Never evicted to make room. */
  readonly isPinned?: true;
  /** Ids of the collections it lies in. */
  readonly collections?: readonly string[];
  /** Title, author, number of pages and cover. */
  readonly catalogued: CatalogState;
  /** Its words in `texts` and in the index of the search; pages that are there are not read again. */
  readonly text: CatalogState;
  /** The browser has cleared its bytes, or some of them. */
  readonly isMissing?: true;
  /** Its bytes came again and were others: its marks may stand in wrong places. Until the person has answered. */
  readonly isOtherVersion?: true;
  readonly seen: 0 | 1;
  readonly notice: NoticeState;
  readonly position?: ReadingPosition;
  /** In lower-case hex; absent until somebody had the time to compute it. */
  readonly sha256?: string;
  /** The older document with the same bytes, until the person has said what to do about it. */
  readonly duplicateOf?: string;
}

export interface RemovedRow {
  readonly id: string;
  readonly document: DocumentRow;
  /** The task that brought it; absent for files brought in from disk, and where the person removed it before. */
  readonly task?: TaskRow;
  readonly removedAt: number;
}

/** Who brings it in holds the Web Lock of its id; with nobody left, its segments are cleared away. */
export interface IncomingRow {
  /** The file's id. */
  readonly id: string;
  readonly startedAt: number;
}

/** A small picture of a document's first page. */
export interface CoverRow {
  readonly documentId: string;
  readonly image: Blob;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface TextRow {
  readonly documentId: string;
  /** From 1. */
  readonly page: number;
  readonly text: string;
}

/** The words of some documents, inverted: see `src/library/search/index-part.ts`. Made anew from `texts` when its form changes. */
export interface IndexPartRow {
  /** When it was made and how large it is, so that merging needs to read no other: see `src/store/index-parts.ts`. */
  readonly id: number;
  /** The form in which the rest is written. */
  readonly form: number;
  /** In the order in which their pages are numbered on. */
  readonly documents: readonly { readonly id: string; readonly pages: number }[];
  /** Folded words in the order of their code units, one a line. */
  readonly words: string;
  /** Where each word's places begin in `places`, and at the end where they all end. */
  readonly offsets: Uint32Array<ArrayBuffer>;
  readonly places: Uint8Array<ArrayBuffer>;
}

export interface CollectionRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
}

/** Where the reader was left, and how its pages were shown; the reader's `ReaderPosition` says what each means. */
export interface ReadingPosition {
  /** From 1. */
  readonly page: number;
  readonly top: number;
  /** As pdf.js names it: 'auto', 'page-width', '1.25'. */
  readonly scale: string;
  readonly left?: number;
  readonly scroll?: 'page' | 'horizontal' | 'wrapped';
  readonly spread?: 'odd' | 'even';
  readonly rotation?: 90 | 180 | 270;
  readonly tint?: 'paper' | 'sepia' | 'night';
  readonly panel?: string;
}

export interface SettingRow {
  readonly name: string;
  readonly value: unknown;
}

export interface CredentialRow {
  /** Origin and realm, as `spaceOf()` writes them. */
  readonly space: string;
  /** '' for a token. */
  readonly user: string;
  readonly scheme: 'basic' | 'bearer';
  /** The password or token, encrypted by `key` (AES-GCM). */
  readonly secret: ArrayBuffer;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly key: CryptoKey;
  /** Absent: before any task that asks. */
  readonly storedAt?: number;
  /** The server did not take it: it is not sent again until it is replaced. */
  readonly isRefused?: boolean;
}

/** One thing that a person added to a document. The document's own bytes never change. */
export type MarkRow = AnnotationRow | FieldRow | BookmarkRow;

interface MarkKey {
  readonly documentId: string;
  /** Unique within its document, over all kinds. */
  readonly id: string;
}

export interface AnnotationRow extends MarkKey {
  readonly kind: 'annotation';
  /** From 1. */
  readonly page: number;
  readonly type: 'highlight' | 'text' | 'note' | 'drawing' | 'image' | 'signature' | 'removal';
  /** PDF points above the page's lower edge, where it begins. */
  readonly top: number;
  /** The words that are highlighted or written, or the description of what is drawn; '' where there are none. */
  readonly text: string;
  /** The person's comment on it, a note's words; '' without one. */
  readonly comment: string;
  /**
   * The id of an annotation of the file itself that this stands in for; a `removal` has nothing in its place.
   */
  readonly replaces?: string;
  /** As pdf.js writes its editors, with plain arrays; an image lies in `image`. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly image?: Blob;
}

/** What was filled into a field of a form. */
export interface FieldRow extends MarkKey {
  readonly kind: 'field';
  /** The id that pdf.js gives the field's annotation or XFA element. */
  readonly field: string;
  /** As pdf.js keeps it, such as `{ value: 'Ada' }`. */
  readonly content: Readonly<Record<string, unknown>>;
}

export interface BookmarkRow extends MarkKey {
  readonly kind: 'bookmark';
  /** From 1. */
  readonly page: number;
  readonly addedAt: number;
}
