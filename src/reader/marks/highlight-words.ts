/** What stands under each highlight that is on a page. */
const words = new WeakMap<Element, string>();
const watched = new WeakSet<Element>();

/** '' for a highlight that follows no text. */
export function wordsUnder(highlight: HTMLElement | null): string {
  if (!highlight) return '';
  keepName(highlight); // One that is new may be asked for before the observer hears of it.
  return words.get(highlight) ?? '';
}

/** Names a highlight that was made again: the words are kept with it, not by pdf.js. */
export function setWordsUnder(highlight: HTMLElement, text: string): void {
  words.set(highlight, text);
  highlight.role = 'mark';
  highlight.ariaLabel = text;
}

/**
 * Catches the words under each new highlight: pdf.js names it by them, and a moment later its translation calls all of
 * them "Highlight editor". The words are the better name, so they are put back.
 *
 * @param layer the marks of one page.
 * @param signal ends it.
 */
export function watchWords(layer: HTMLElement, signal: AbortSignal): void {
  if (watched.has(layer)) return;
  watched.add(layer);
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) keepName(node);
  });
  observer.observe(layer, { childList: true, subtree: true, attributeFilter: ['aria-label'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

function keepName(node: Node): void {
  if (!(node instanceof HTMLElement) || node.role !== 'mark') return;
  const known = words.get(node);
  if (known === undefined) words.set(node, node.ariaLabel ?? '');
  else if (known !== '' && node.ariaLabel !== known) node.ariaLabel = known;
}
