import type { ReaderPosition } from './events.ts';
import { listenForHand } from './hand-tool.ts';
import { JumpHistory } from './jump-history.ts';
import { PageTint } from './page-tint.ts';
import type { PDFViewer } from './pdfjs.ts';
import { Presentation } from './presentation.ts';
import { listenForSwipe } from './swipe.ts';
import { listenForPinch } from './touch-zoom.ts';
import { listen } from './viewer-events.ts';
import { scrollName, setScroll, setSpread, spreadName } from './viewer-position.ts';
import type { ScrollName, SpreadName, Tint, Tool, ViewState } from './view-state.ts';
import { listenForWheelZoom } from './wheel-zoom.ts';

/** From here on pdf.js lays out one page at a time, whatever it is asked for. */
const pagedOnlyAbove = 10_000;

export interface ViewControlsOptions {
  readonly viewer: PDFViewer;
  /** Where the view is. */
  readonly here: () => ReaderPosition | undefined;
  readonly goTo: (place: ReaderPosition) => void;
  /** Goes one page, or one pair of pages, on or back. */
  readonly turn: (by: 1 | -1) => void;
  /** Something of `state` has changed. */
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

/** How one document is shown and moved through, beyond what pdf.js' viewer does by itself. */
export class ViewControls {
  readonly presentation: Presentation;
  readonly #options: ViewControlsOptions;
  readonly #tint: PageTint;
  readonly #jumps = new JumpHistory<ReaderPosition>();
  #tool: Tool = 'select';

  constructor(options: ViewControlsOptions) {
    const { viewer, turn, onChange, signal } = options;
    this.#options = options;
    this.#tint = new PageTint(viewer, signal);
    this.presentation = new Presentation(viewer, turn, onChange, signal);
    listenForWheelZoom(viewer, signal);
    listenForPinch(viewer, signal);
    listenForHand(viewer.container, signal);
    listenForSwipe(viewer.container, (by) => this.#swipe(by), signal);
    keepFitting(viewer, signal);
    for (const event of ['scrollmodechanged', 'spreadmodechanged', 'rotationchanging'] as const)
      listen(viewer.eventBus, event, onChange, signal);
  }

  get state(): ViewState {
    const { viewer } = this.#options;
    return {
      scroll: scrollName(viewer),
      spread: spreadName(viewer),
      tint: this.#tint.tint,
      tool: this.#tool,
      isPagedOnly: viewer.pagesCount > pagedOnlyAbove,
      isPresenting: this.presentation.isOn,
      isFullScreen: this.presentation.isFullScreen,
      canGoBack: this.#jumps.canGoBack,
      canGoForward: this.#jumps.canGoForward,
    };
  }

  setScroll(name: ScrollName): void {
    setScroll(this.#options.viewer, name);
  }

  setSpread(name: SpreadName): void {
    setSpread(this.#options.viewer, name);
  }

  setTint(tint: Tint): void {
    this.#tint.tint = tint;
    this.#options.onChange();
  }

  setTool(tool: Tool): void {
    this.#tool = tool;
    this.#options.viewer.container.dataset['tool'] = tool;
    this.#options.onChange();
  }

  /** A link is about to be followed. */
  leaveByLink(): void {
    const here = this.#options.here();
    if (here) this.#jumps.leave(here);
    this.#options.onChange();
  }

  goBack(): void {
    this.#jump((here) => this.#jumps.back(here));
  }

  goForward(): void {
    this.#jump((here) => this.#jumps.forward(here));
  }

  present(): void {
    const here = this.#options.here();
    if (here) void this.presentation.enter(here);
  }

  #jump(take: (here: ReaderPosition) => ReaderPosition | undefined): void {
    const here = this.#options.here();
    const place = here && take(here);
    if (!place) return;
    this.#options.goTo(place);
    this.#options.onChange();
  }

  #swipe(by: 1 | -1): void {
    if (scrollName(this.#options.viewer) === 'page') this.#options.turn(by);
  }
}

/** A scale that follows the window goes on doing so; only its width counts, or the toolbar's leaving would zoom. */
function keepFitting(viewer: PDFViewer, signal: AbortSignal): void {
  let { clientWidth } = viewer.container;
  let { innerHeight } = window;
  const observer = new ResizeObserver(() => {
    if (viewer.container.clientWidth === clientWidth && window.innerHeight === innerHeight) return;
    ({ clientWidth } = viewer.container);
    ({ innerHeight } = window);
    const scale = viewer.currentScaleValue;
    if (scale && Number.isNaN(Number(scale))) viewer.currentScaleValue = scale;
    viewer.update();
  });
  observer.observe(viewer.container);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
