import type { ReadableFile } from '../library/readable-file.ts';
import { isMeasured, measurePagesAround } from './page-sizes.ts';
import { untilWaiting } from './page-waiting.ts';
import type { PDFDocumentProxy, PDFViewer } from './pdfjs.ts';

/** Goes from page to page, and measures where it goes before it does; not where that has to wait for bytes to come. */
export class PageTurning {
  readonly #viewer: PDFViewer;
  readonly #document: PDFDocumentProxy;
  readonly #file: ReadableFile;
  readonly #signal: AbortSignal;
  /** Where the last jump leads while its page is being measured, so that quick presses add up. */
  #jumpingTo: number | undefined;

  constructor(viewer: PDFViewer, document: PDFDocumentProxy, file: ReadableFile, signal: AbortSignal) {
    this.#viewer = viewer;
    this.#document = document;
    this.#file = file;
    this.#signal = signal;
  }

  /** One page on or back; where two stand side by side, the pair. */
  turn(by: 1 | -1): void {
    const from = this.#jumpingTo ?? this.#viewer.currentPageNumber;
    const beyond = Math.min(Math.max(from + 2 * by, 1), this.#viewer.pagesCount);
    const isReady = this.#jumpingTo === undefined && isMeasured(this.#viewer, from) && isMeasured(this.#viewer, beyond);
    if (!isReady) return void this.goTo(from + by);
    if (by > 0) this.#viewer.nextPage();
    else this.#viewer.previousPage();
    return undefined;
  }

  /** @param pageNumber out of bounds: nothing happens. */
  async goTo(pageNumber: number): Promise<void> {
    if (!(pageNumber >= 1 && pageNumber <= this.#viewer.pagesCount)) return;
    if (!isMeasured(this.#viewer, pageNumber)) {
      this.#jumpingTo = pageNumber;
      const measuring = measurePagesAround(this.#viewer, this.#document, pageNumber);
      await untilWaiting(this.#file, measuring);
      if (this.#signal.aborted || this.#jumpingTo !== pageNumber) return;
      this.#jumpingTo = undefined;
    }
    this.#viewer.currentPageNumber = pageNumber;
  }
}
