import { type TemplateResult, html } from 'lit';
import type { Piece } from '../library/search/snippet.ts';

/** Text with what was looked for marked. */
export function markedText(pieces: readonly Piece[]): readonly (TemplateResult | string)[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text));
}
