import type { ReaderMarkTool } from './mark-tools.ts';

/** What the reader's controls show of the marks of an open document. */
export interface MarksSnapshot {
  /** False where the document forbids it, or can't carry marks at all. */
  readonly canAnnotate: boolean;
  /** Why not, in words; '' where one can. */
  readonly refusal: string;
  /** What people must know, such as that there is no room; '' when all is well. */
  readonly trouble: string;
  readonly isBarOpen: boolean;
  readonly tool: ReaderMarkTool | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Pages, from 1. */
  readonly bookmarkedPages: ReadonlySet<number>;
  /** There are annotations or filled fields that a copy would carry. */
  readonly isChanged: boolean;
  /** What the tools draw with: by the names of `markSettings`. */
  readonly settings: MarkSettings;
}

export interface MarkSettings {
  /** Colours as `#rrggbb`. */
  readonly highlightColor: string;
  /** CSS pixels at 100 %; for highlights that follow no text. */
  readonly highlightThickness: number;
  readonly textColor: string;
  /** PDF points. */
  readonly textSize: number;
  readonly drawColor: string;
  /** PDF points. */
  readonly drawThickness: number;
  /** 0 to 1. */
  readonly drawOpacity: number;
}

export type MarkSetting = keyof MarkSettings;
