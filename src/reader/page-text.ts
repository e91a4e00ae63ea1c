/** What pdf.js gives of a page's text: a stretch in one font, and whether a line ends behind it. */
export interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
}

/** A page with more has no text but rubbish. */
const MOST_LETTERS = 500_000;

/** Scripts without spaces: a line's end is nothing there. */
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]`;
const BETWEEN_UNSPACED = new RegExp(`(${UNSPACED})\\n(?=${UNSPACED})`, 'gu');

/**
 * The words of a page as one reads them: words that were broken at a line's end are whole again, ligatures are letters,
 * and each line is a line.
 */
export function textOfItems(items: readonly (TextItem | object)[]): string {
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  return text
    .slice(0, MOST_LETTERS)
    .normalize('NFKC')
    .replaceAll(/[[\p{Cc}\p{Co}\p{Cs}\p{Cn}]--\n]/gv, ' ')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .replaceAll(/(\p{L})[-\u2010\u00ad]\n+(?=\p{Ll})/gu, '$1')
    .replaceAll('\u00ad', '')
    .replaceAll(BETWEEN_UNSPACED, '$1')
    .trim();
}
