/** 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What a reader must make of a file. */
export interface CorpusFile {
  /** Also the file's name, without its ending. */
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** How many pages; absent where it can't be opened. */
  readonly pages?: number;
  /** What can be selected on the first page, as a person reads it. */
  readonly text?: readonly string[];
  /** What the middle of the first page looks like. */
  readonly colour?: Colour;
  /** The heading over what went wrong. */
  readonly failure?: string;
  readonly password?: string;
}

export const RED: Colour = [255, 0, 0];
