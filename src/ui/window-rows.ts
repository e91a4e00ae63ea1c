import {
  Virtualizer,
  type VirtualItem,
  type VirtualizerOptions,
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  windowScroll,
} from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows beyond either end of the window that are drawn, too. */
const OVERSCAN = 2;

/** How much there is to draw, and where. */
export interface RowsExtent {
  readonly count: number;
  /** Px, as long as a row was not measured. */
  readonly estimate: number;
  /** Px from the top of the page to the first row. */
  readonly margin: number;
  /** A row that is drawn wherever the window is: it has the focus. */
  readonly kept: number | undefined;
  /** Up to so many are all drawn, wherever the window is; absent: however few there are, only those near it. */
  readonly few?: number;
  /** What a row draws; another function wherever rows have changed places. Absent: what was measured goes by place. */
  readonly keyOf?: ((row: number) => string) | undefined;
}

/** Draws only those of many rows that are in the window or near it. The window scrolls. */
export class WindowRows implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #virtualizer: Virtualizer<Window, HTMLElement>;
  readonly #sizes = new ResizeObserver((entries) => this.#resize(entries));
  #unmount: (() => void) | undefined;
  #offset = 0;
  /** Windowfuls that went by in the last two steps of scrolling. */
  #steps: readonly [number, number] = [0, 0];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#virtualizer = new Virtualizer(this.#optionsFor({ count: 0, estimate: 1, margin: 0, kept: undefined }));
    host.addController(this);
  }

  get items(): readonly VirtualItem[] {
    return this.#virtualizer.getVirtualItems();
  }

  /** Px. */
  get height(): number {
    return this.#virtualizer.getTotalSize();
  }

  /** Rows go by faster than anybody could read them: more than a window's height, step after step. */
  get isFlying(): boolean {
    return Math.min(...this.#steps) > 1;
  }

  /** For `ref`, on elements whose `data-index` says which row they draw just now. */
  readonly observe = (element?: Element): void => {
    if (element) this.#sizes.observe(element);
  };

  hostConnected(): void {
    this.#unmount = this.#virtualizer._didMount();
  }

  hostUpdated(): void {
    this.#virtualizer._willUpdate();
  }

  hostDisconnected(): void {
    this.#unmount?.();
    this.#sizes.disconnect();
  }

  set(extent: RowsExtent): void {
    this.#virtualizer.setOptions(this.#optionsFor(extent));
  }

  /** Rows look different now: what was measured counts no more. */
  measureAgain(): void {
    this.#virtualizer.measure();
  }

  /** For rows that are not as high as the estimate, where an element goes on to draw another one of the same height. */
  measure(element: HTMLElement): void {
    this.#virtualizer.resizeItem(Number(element.dataset['index']), element.offsetHeight);
  }

  /** Scrolls no further than to where nothing stands over the row; see `scroll-padding` of the page. */
  show(row: number): void {
    const { scrollPaddingBlockEnd } = getComputedStyle(document.documentElement);
    this.#virtualizer.options.scrollPaddingEnd = Number.parseFloat(scrollPaddingBlockEnd) || 0; // It may be `auto`.
    this.#virtualizer.scrollToIndex(row, { align: 'auto' });
  }

  #change(): void {
    const offset = this.#virtualizer.scrollOffset ?? 0;
    const step = Math.abs(offset - this.#offset) / window.innerHeight;
    if (!this.#virtualizer.isScrolling) this.#steps = [0, 0];
    else if (step > 0) this.#steps = [step, this.#steps[0]];
    this.#offset = offset;
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  #resize(entries: readonly ResizeObserverEntry[]): void {
    // A list that is hidden for a while, behind what was searched, measures nothing.
    for (const { target } of entries) if (target.checkVisibility()) this.measure(target as HTMLElement);
  }

  #optionsFor({ count, estimate, margin, kept, few = 0, keyOf }: RowsExtent): VirtualizerOptions<Window, HTMLElement> {
    return {
      count,
      estimateSize: () => estimate,
      ...(keyOf ? { getItemKey: keyOf } : {}),
      scrollMargin: margin,
      overscan: count <= few ? count : OVERSCAN,
      getScrollElement: () => window,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
      initialOffset: () => window.scrollY,
      initialRect: { width: window.innerWidth, height: window.innerHeight },
      onChange: () => this.#change(),
      rangeExtractor: (range) => {
        const indexes = defaultRangeExtractor(range);
        if (kept === undefined || kept >= count || indexes.includes(kept)) return indexes;
        return [...indexes, kept].toSorted((a, b) => a - b);
      },
    };
  }
}
