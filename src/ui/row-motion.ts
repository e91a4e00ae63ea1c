import type { DocumentRow } from '../store/schema.ts';
import { canGlide, glideFrom } from './glide.ts';

/** So many documents that come or go at once make the others glide; with more, nobody could follow. */
const FEW = 3;

/** Whether documents came or went, and not so many that this is another list. */
export function isSmallChange(before: readonly DocumentRow[], after: readonly DocumentRow[]): boolean {
  const difference = Math.abs(after.length - before.length);
  return before.length > 0 && difference > 0 && difference <= FEW;
}

/** Lets documents glide to where they stand now, when others came or went. Entries are elements that name theirs by `data-id`. */
export class RowMotion {
  /** Where each document stood, in px of the window. */
  #before: ReadonlyMap<string, DOMRect> = new Map();

  /** Before the list is drawn anew. Nothing moves for a person who wants no motion. */
  note(list: HTMLElement): void {
    if (!canGlide()) return;
    const entries = [...list.querySelectorAll<HTMLElement>('[data-id]')];
    this.#before = new Map(entries.map((entry) => [entry.dataset['id'] ?? '', entry.getBoundingClientRect()]));
  }

  /** Afterwards. */
  play(list: HTMLElement): void {
    if (this.#before.size === 0) return;
    const before = this.#before;
    this.#before = new Map();
    const places = [...list.querySelectorAll<HTMLElement>('[data-id]')].map(
      (entry) => [entry, entry.getBoundingClientRect()] as const,
    );
    for (const [entry, { x, y }] of places) {
      const from = before.get(entry.dataset['id'] ?? '');
      if (from) glideFrom(entry, { x: from.x - x, y: from.y - y });
    }
  }
}
