import { msg, str } from '../language/msg.ts';
import type { ReadableFile } from '../library/readable-file.ts';
import { listen } from './viewer-events.ts';
import type { ViewerParts } from './viewer-parts.ts';

/** Part of pdf.js' page view. */
interface PageView {
  readonly id: number;
  readonly div: HTMLDivElement;
  readonly renderingState: number;
}

/** Private in pdf.js' types. */
interface VisiblePages {
  _getVisiblePages(): { readonly views: readonly { readonly id: number; readonly view: PageView }[] };
}

/** pdf.js' `RenderingStates.FINISHED`. */
const DRAWN = 3;

/** Says in the places of pages that can't be drawn yet, as long as reading waits for their bytes, that these are to come. */
export function sayWhatIsToCome({ file, viewer, eventBus, signal }: ViewerParts): void {
  const notes = new Map<number, HTMLElement>();
  let isWaiting = false;
  const clear = (): void => {
    for (const note of notes.values()) note.remove();
    notes.clear();
  };
  const say = (): void => {
    clear();
    if (!isWaiting) return;
    for (const { id, view } of (viewer as unknown as VisiblePages)._getVisiblePages().views) {
      if (view.renderingState === DRAWN) continue;
      const note = createNote(id);
      notes.set(id, note);
      view.div.append(note);
    }
  };
  file.watchWaiting?.((now) => {
    isWaiting = now;
    say();
  }, signal);
  listen(eventBus, 'updateviewarea', say, signal);
  listen(eventBus, 'pagerendered', say, signal);
}

/** Resolves when the work is done, or has to wait for bytes that are still to come; it goes on then. */
export async function untilWaiting(file: ReadableFile, work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const waiting = new Promise<void>((resolve) => {
    file.watchWaiting?.((isWaiting) => isWaiting && resolve(), over.signal);
  });
  await Promise.race([work, waiting]);
  over.abort();
}

function createNote(pageNumber: number): HTMLElement {
  const note = document.createElement('p');
  note.className = 'reader-page-to-come';
  note.setAttribute('role', 'note');
  note.textContent = msg(str`Page ${pageNumber} is not here yet. It comes with the download.`);
  return note;
}
