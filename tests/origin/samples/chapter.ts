/** A drawing with a line under it. */
export type Figure = { readonly caption: string } & Drawing;

export type Drawing =
  | { readonly draw: 'boxes'; readonly labels: readonly string[] }
  | {
      readonly draw: 'bars';
      readonly unit: string;
      readonly rows: readonly (readonly [label: string, value: number])[];
    }
  | {
      readonly draw: 'segments';
      readonly rows: readonly (readonly [label: string, stored: readonly number[], count: number])[];
    }
  | { readonly draw: 'timeline'; readonly rows: readonly (readonly [label: string, from: number, to: number])[] }
  | {
      readonly draw: 'exchange';
      readonly parties: readonly [left: string, right: string];
      readonly messages: readonly Message[];
    };

export type Message = readonly [direction: 'right' | 'left', text: string];

export type Block =
  /** Running text. `[words](https://…)` links out; `[words](#chapter)` links to a chapter. */
  | string
  | { readonly heading: string }
  | { readonly code: string }
  | { readonly list: readonly string[] }
  | { readonly figure: Figure };

export interface Chapter {
  /** Name of its place in the document, for links. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly Block[];
}
