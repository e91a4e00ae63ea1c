import type { PDFDocumentProxy } from '../pdfjs.ts';

export interface ChangeWatch {
  readonly signal: AbortSignal;
  /** Strokes are being drawn: they become a mark together, when the pen rests. */
  readonly isDrawing: () => boolean;
  readonly keep: () => void;
  /** Also commits what is under the person's hands. */
  readonly rest: () => void;
}

/** Milliseconds from a change to the store. */
const keepAfter = 250;

/** Milliseconds without a stroke after which a drawing is a mark. */
const penRestsAfter = 2000;

/**
 * Says when to write. pdf.js tells of the first change to its storage only, and of a moved or coloured mark not at all,
 * so whatever the person does is a reason to look.
 */
export function watchForChanges({ annotationStorage }: PDFDocumentProxy, watch: ChangeWatch): void {
  let keepTimer: ReturnType<typeof setTimeout> | undefined;
  let penTimer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    keepTimer ??= setTimeout(() => {
      keepTimer = undefined;
      annotationStorage.resetModified();
      watch.keep();
    }, keepAfter);
  };
  const penDown = (): void => clearTimeout(penTimer);
  const penUp = (): void => {
    clearTimeout(penTimer);
    if (watch.isDrawing()) penTimer = setTimeout(watch.rest, penRestsAfter);
    soon();
  };
  // A tab may be ended without another word once it is hidden.
  const hide = (): void => void (document.visibilityState === 'hidden' && watch.rest());
  Object.assign(annotationStorage, { onSetModified: soon });
  const { signal } = watch;
  const options = { capture: true, signal };
  for (const type of ['keyup', 'input', 'change', 'drop', 'paste']) document.addEventListener(type, soon, options);
  document.addEventListener('pointerdown', penDown, options);
  document.addEventListener('pointerup', penUp, options);
  document.addEventListener('visibilitychange', hide, { signal });
  window.addEventListener('pagehide', watch.rest, { signal });
  signal.addEventListener('abort', () => [keepTimer, penTimer].forEach(clearTimeout), { once: true });
}
