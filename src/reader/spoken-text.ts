/** A piece of a page's text as it is spoken, and where it stands. */
export interface Sentence {
  readonly text: string;
  /** @param from first character of `text`, `to`: the one after the last. Without them, the whole. */
  readonly range: (from?: number, to?: number) => Range;
}

/** Text nodes one after another, with their places in the page's text. */
interface Chunk {
  readonly node: Text;
  /** In the page's text. */
  readonly start: number;
  /** Characters of the node that count. */
  readonly length: number;
}

interface PageText {
  readonly text: string;
  readonly chunks: readonly Chunk[];
}

/**
 * The sentences of a page, in reading order as the PDF gives it.
 *
 * @param layer pdf.js' rendered text layer.
 * @param language BCP 47; `undefined`: the browser's.
 */
export function sentencesOf(layer: Element, language: string | undefined): readonly Sentence[] {
  const page = textOf(layer);
  const segments = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(page.text)];
  return segments.flatMap(({ segment, index }) => {
    const text = segment.trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    const start = index + segment.indexOf(text);
    return [{ text, range: (from = 0, to = text.length) => rangeOf(page.chunks, start + from, start + to) }];
  });
}

/** Lines become one text: with a space between them, or without the hyphen that broke a word. */
function textOf(layer: Element): PageText {
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  const chunks: Chunk[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    if (data.trim() === '') continue;
    const previous = chunks.at(-1);
    if (previous && isBrokenWord(text, data)) {
      text = text.slice(0, -1);
      chunks[chunks.length - 1] = { ...previous, length: previous.length - 1 };
    } else if (previous && !/\s$/u.test(text) && !isSameLine(previous.node, node as Text)) {
      text += ' ';
    }
    chunks.push({ node: node as Text, start: text.length, length: data.length });
    text += data;
  }
  return { text, chunks };
}

function isBrokenWord(before: string, after: string): boolean {
  return /\p{L}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(after);
}

/** pdf.js puts a line break between lines; what follows without one was drawn on. */
function isSameLine(before: Text, after: Text): boolean {
  return before.parentElement?.nextElementSibling === after.parentElement;
}

function rangeOf(chunks: readonly Chunk[], from: number, to: number): Range {
  const range = new Range();
  const first = chunks.find(({ start, length }) => from < start + length);
  const last = chunks.findLast(({ start }) => start < to);
  if (!first || !last) return range;
  range.setStart(first.node, Math.max(0, from - first.start));
  range.setEnd(last.node, Math.min(last.length, to - last.start));
  return range;
}
