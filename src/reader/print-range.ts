import { counted } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';

/** Pages to print, from 1, each once and in the document's order; or why they can't be told, in a sentence. */
export type PrintRange = { readonly pages: readonly number[] } | { readonly mistake: string };

/**
 * Reads what a person types for pages: `1-3, 8`. Dashes of any length do, and spaces anywhere.
 *
 * @param pageCount of the document, at least 1.
 */
export function parsePrintRange(typed: string, pageCount: number): PrintRange {
  const parts = typed.split(/[,;]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  if (parts.length === 0) return { mistake: msg('Type the pages to print, such as 1-3, 8.') };
  const pages = new Set<number>();
  for (const part of parts) {
    const found = /^(\d+)(?:\s*[-–—]\s*(\d+))?$/.exec(part);
    if (!found) return { mistake: msg(str`“${part}” is no page and no range. Type pages such as 1-3, 8.`) };
    const first = Number(found[1]);
    const last = Number(found[2] ?? found[1]);
    const wrong = [first, last].find((page) => page < 1 || page > pageCount);
    if (wrong !== undefined) return { mistake: outOfBounds(wrong, pageCount) };
    if (last < first) return { mistake: msg(str`“${part}” runs backwards. Type the smaller page first.`) };
    for (let page = first; page <= last; page += 1) pages.add(page);
  }
  return { pages: [...pages].toSorted((one, other) => one - other) };
}

function outOfBounds(page: number, pageCount: number): string {
  return counted(pageCount, {
    one: () => msg(str`There is no page ${page}: the document has 1 page.`),
    other: () => msg(str`There is no page ${page}: the document has ${pageCount} pages.`),
  });
}
