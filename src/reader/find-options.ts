import { msg } from '../language/msg.ts';
/** What counts as the same words; named as pdf.js names them. */
export interface FindOptions {
  readonly caseSensitive: boolean;
  readonly entireWord: boolean;
  /** Whether “resume” is another word than “résumé”. */
  readonly matchDiacritics: boolean;
}

/** As people search who have chosen nothing. */
export const looseFind: FindOptions = { caseSensitive: false, entireWord: false, matchDiacritics: false };

/** What people read, in the order they read it. */
export const findChoices: readonly (readonly [option: keyof FindOptions, name: () => string])[] = [
  ['caseSensitive', () => msg('Match case')],
  ['entireWord', () => msg('Whole words')],
  ['matchDiacritics', () => msg('Match diacritics')],
];
