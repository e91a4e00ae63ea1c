import type { ReaderFailureCode } from './events.ts';
import type { MarksSnapshot } from './marks/marks-snapshot.ts';
import type { ViewState } from './view-state.ts';

/** What the reader is at. */
export type ReaderState =
  | { readonly state: 'opening' }
  | { readonly state: 'locked'; readonly wrong: boolean; readonly unlock: (password: string) => void }
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly code: ReaderFailureCode; readonly reason: string };

export type FindResult =
  | { readonly state: 'idle' }
  | { readonly state: 'searching' }
  /** `current` from 1; `total` grows while the document is searched. */
  | { readonly state: 'found'; readonly current: number; readonly total: number }
  | { readonly state: 'missing' };

/** What the toolbar shows of an open document. */
export interface ReaderSnapshot {
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
  /** 1 is the size on paper. */
  readonly scale: number;
  /** @see ReaderPosition.scale */
  readonly scaleName: string;
  readonly find: FindResult;
  readonly view: ViewState;
  /** Absent until what is kept of the document was read. */
  readonly marks: MarksSnapshot | undefined;
}
