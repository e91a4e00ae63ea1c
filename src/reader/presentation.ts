import { msg } from '../language/msg.ts';
import type { ReaderPosition } from './events.ts';
import { ReaderNoticeEvent } from './notice-event.ts';
import type { PDFViewer } from './pdfjs.ts';
import { listen } from './viewer-events.ts';
import { restoreLayout, setScroll, setSpread, showPlace } from './viewer-position.ts';

/**
 * One page to a screen, turned by a click or a key, until Escape. Where the browser refuses the whole screen, as on an
 * iPhone, it fills the window.
 */
export class Presentation {
  readonly #viewer: PDFViewer;
  readonly #onChange: () => void;
  /** How the document was shown before; there is none when nothing is presented. */
  #before: ReaderPosition | undefined;
  #hadBorders = true;

  /** @param turn goes one page on or back. */
  constructor(viewer: PDFViewer, turn: (by: 1 | -1) => void, onChange: () => void, signal: AbortSignal) {
    this.#viewer = viewer;
    this.#onChange = onChange;
    const click = (event: MouseEvent): void => {
      if (!this.#before || (event.target instanceof Element && event.target.closest('a, button, input, select')))
        return;
      turn(event.shiftKey ? -1 : 1);
    };
    viewer.container.addEventListener('click', click, { signal });
    document.addEventListener('fullscreenchange', () => this.#followScreen(), { signal });
    // A page of another size has another scale.
    listen(viewer.eventBus, 'pagechanging', () => this.#fit(), signal);
    signal.addEventListener('abort', () => this.leave(), { once: true });
  }

  get isOn(): boolean {
    return this.#before !== undefined;
  }

  get isFullScreen(): boolean {
    return document.fullscreenElement !== null && document.fullscreenElement === this.#frame;
  }

  /** How the document will be shown afterwards. */
  get before(): ReaderPosition | undefined {
    return this.#before;
  }

  async enter(before: ReaderPosition): Promise<void> {
    if (this.#before) return;
    this.#before = before;
    this.#hadBorders = !this.#viewer.removePageBorders;
    this.#frame?.setAttribute('data-presenting', '');
    await this.#askForScreen();
    this.#viewer.removePageBorders = true;
    setSpread(this.#viewer, 'none');
    setScroll(this.#viewer, 'page');
    this.#fit();
    this.#onChange();
    this.#viewer.container.focus({ preventScroll: true });
    this.#viewer.container.dispatchEvent(
      new ReaderNoticeEvent(msg('Click or press a key to turn the page; Escape ends.')),
    );
  }

  leave(): void {
    const before = this.#before;
    if (!before) return;
    const page = this.#viewer.currentPageNumber;
    this.#before = undefined;
    this.#frame?.removeAttribute('data-presenting');
    if (this.isFullScreen) void document.exitFullscreen();
    this.#viewer.removePageBorders = !this.#hadBorders;
    restoreLayout(this.#viewer, before);
    this.#viewer.currentScaleValue = before.scale;
    if (page === before.page) showPlace(this.#viewer, before);
    else this.#viewer.currentPageNumber = page;
    this.#onChange();
  }

  /** Gives the reader the whole screen, or takes it back. */
  async toggleFullScreen(): Promise<void> {
    if (this.isFullScreen) return document.exitFullscreen();
    if (await this.#askForScreen()) return undefined;
    const refused = msg('The browser does not give the whole screen here. Install Longhaul to have more room.');
    this.#viewer.container.dispatchEvent(new ReaderNoticeEvent(refused));
    return undefined;
  }

  get #frame(): HTMLElement | null {
    return this.#viewer.container.closest<HTMLElement>('.reader');
  }

  async #askForScreen(): Promise<boolean> {
    if (this.isFullScreen) return true;
    try {
      await this.#frame?.requestFullscreen();
    } catch {
      return false; // Refused, or not known (iPhone): the window will do.
    }
    return this.isFullScreen;
  }

  #followScreen(): void {
    if (this.#before && document.fullscreenElement === null) this.leave();
    else this.#fit();
    this.#onChange();
  }

  #fit(): void {
    if (this.#before) this.#viewer.currentScaleValue = 'page-fit';
  }
}
