import { listen } from './viewer-events.ts';
import type { ViewerParts } from './viewer-parts.ts';

/** So long is waited for a page's text, in ms; one that can't be drawn never has any. */
const PATIENCE = 10_000;

/**
 * The text layer of a page near the window, as soon as it is drawn.
 *
 * @param page from 1.
 * @returns `undefined` when `signal` aborts, or the page gives no text within ten seconds.
 */
export async function renderedTextLayer(
  { container, eventBus }: ViewerParts,
  page: number,
  signal: AbortSignal,
): Promise<Element | undefined> {
  const find = (): Element | undefined => {
    const layer = container.querySelector(`.page[data-page-number="${page}"] .textLayer`);
    // The last that pdf.js puts there.
    return layer?.querySelector('.endOfContent') ? layer : undefined;
  };
  const over = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  const { promise, resolve } = Promise.withResolvers<Element | undefined>();
  listen(eventBus, 'textlayerrendered', ({ pageNumber }) => pageNumber === page && resolve(find()), over);
  over.addEventListener('abort', () => resolve(undefined));
  const found = find();
  return found ?? (over.aborted ? undefined : promise);
}
