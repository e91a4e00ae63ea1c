import type { Piece } from './snippet.ts';

/** What came of a search, ready to be shown. */
export interface SearchAnswer {
  /** Documents that are called so, or come from there; the best first. */
  readonly documents: readonly DocumentHit[];
  /** Documents in whose pages the words stand; the best first. */
  readonly groups: readonly PageGroup[];
  readonly documentCount: number;
  /** Of all groups, shown or not. */
  readonly groupCount: number;
  readonly pageCount: number;
  /** There are more than were counted: phrases are looked up page by page, until there are enough. */
  readonly isCutShort: boolean;
}

export interface DocumentHit {
  readonly id: string;
  readonly title: readonly Piece[];
  readonly author: readonly Piece[];
  /** File name and host, as far as they say more than the title. */
  readonly origin: readonly Piece[];
}

export interface PageGroup {
  readonly documentId: string;
  readonly title: string;
  /** The best pages, the best first. */
  readonly pages: readonly PageHit[];
  /** How many more there are. */
  readonly more: number;
}

export interface PageHit {
  /** From 1. */
  readonly page: number;
  readonly snippet: readonly Piece[];
}

/** How much of what is found is shown. */
export interface SearchLimits {
  readonly documents: number;
  readonly groups: number;
}

/** What a page asks of the worker. */
export type SearchQuestion =
  | { readonly kind: 'search'; readonly text: string; readonly limits: SearchLimits }
  | { readonly kind: 'pages'; readonly text: string; readonly documentId: string };

/** A question with a number, and its answer or the reason why there is none. */
export interface Asked {
  readonly number: number;
  readonly question: SearchQuestion;
}

export type Answered =
  /** Something else may be found from now on. */
  | { readonly hasChanged: true }
  | { readonly number: number; readonly answer: SearchAnswer | readonly PageHit[] | undefined }
  | { readonly number: number; readonly error: unknown };
