/** Names of the CSS highlights in reader-speech.css. */
const SENTENCE = 'reader-spoken-sentence';
const WORD = 'reader-spoken-word';

/** Marks the sentence that is spoken, and brings it into view when it is not. */
export function markSpoken(range: Range, container: HTMLElement): void {
  CSS.highlights.delete(WORD);
  CSS.highlights.set(SENTENCE, new Highlight(range));
  const { top, bottom } = range.getBoundingClientRect();
  const view = container.getBoundingClientRect();
  if (top >= view.top && bottom <= view.bottom) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  container.scrollBy({ top: top - view.top - view.height / 4, behavior });
}

export function markWord(range: Range): void {
  CSS.highlights.set(WORD, new Highlight(range));
}

export function unmarkSpoken(): void {
  CSS.highlights.delete(SENTENCE);
  CSS.highlights.delete(WORD);
}
