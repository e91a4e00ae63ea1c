import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { shownCover } from './document-cover.ts';
import { focusedElement, passFocusToScreen } from './pass-focus-to-screen.ts';
import { type Route, isScreen, parseRoute } from './route.ts';
import { loadScreen } from './screen-code.ts';
import { showWithTransition } from './screen-transition.ts';

/** Keeps the host at the screen that the address names; links, Back and Forward just work. */
export class RouteController implements ReactiveController {
  route: Route = parseRoute(new URL(location.href));
  readonly #host: ReactiveControllerHost;
  #lifetime = new AbortController();
  /** Px from the top at which a screen was left, by its path. */
  readonly #left = new Map<string, number>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    navigation.addEventListener('navigate', (event) => this.#intercept(event), { signal: this.#lifetime.signal });
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
  }

  #intercept(event: NavigateEvent): void {
    const url = new URL(event.destination.url);
    const isOurs = event.canIntercept && !event.hashChange && event.downloadRequest === null && isScreen(url);
    // A form that is sent is the worker's: it takes what is shared.
    if (!isOurs || event.navigationType === 'reload' || event.formData) return;
    this.#left.set(location.pathname, scrollY);
    const isReturn = event.navigationType === 'traverse' || this.route.screen === 'reader';
    event.intercept({
      // Ours, because a list that is drawn anew sets the window's place itself, which ends the browser's own way back.
      scroll: isReturn ? 'manual' : 'after-transition',
      handler: async () => this.#go(url, isReturn),
    });
  }

  async #go(url: URL, isReturn: boolean): Promise<void> {
    const before = this.route;
    const next = parseRoute(url);
    const left = focusedElement();
    await loadScreen(next);
    const show = async (): Promise<void> => {
      this.route = next;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      // The elements of the screen draw theirs first: then there is something to scroll back to.
      await new Promise((resolve) => setTimeout(resolve));
      if (isReturn) scrollTo(0, this.#left.get(url.pathname) ?? 0);
      await passFocusToScreen(before, next, left);
    };
    const opened = next.screen === 'reader' ? next : before;
    const other = opened === next ? before : next;
    if (opened.screen !== 'reader' || other.screen !== 'library') return show();
    const { documentId } = opened;
    const find = (): HTMLElement | null | undefined =>
      document.querySelector<HTMLElement>('reader-screen') ?? shownCover(documentId);
    await showWithTransition({ show, find });
  }
}
