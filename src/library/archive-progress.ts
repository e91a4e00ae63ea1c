/** How far the writing or reading of an archive is, in bytes of its documents. */
export interface ArchiveProgress {
  readonly done: number;
  readonly total: number;
  /** What it is at. */
  readonly name: string;
}
