import type { ReactiveController } from 'lit';

/** What others read of the tray, as properties of the page: `--tray` is its height, `--tray-room` the most it was. */
const PROPERTIES = ['--tray', '--tray-room', '--tray-aside', '--tray-above'] as const;

/** Half of its width and of a gap: what stands in the middle of the window goes so far aside where there is room for both. */
const ASIDE = '13.5rem';

/**
 * Makes room for a tray that stands over the lower end of the window. The page is longer by its height, so that its last
 * row can be seen; that room stays while the tray's screen is shown, because a page that gets shorter may scroll by itself.
 * What else stands at the lower end goes aside, or above it.
 */
export class TrayRoom implements ReactiveController {
  #most = 0;

  hostConnected(): void {
    this.#most = 0;
  }

  hostDisconnected(): void {
    for (const name of PROPERTIES) document.documentElement.style.removeProperty(name);
  }

  /**
   * @param height px that the tray takes of the window's lower end; 0 when it is not there.
   * @param isInCorner of a window that has room beside it; else it takes the whole width.
   */
  take(height: number, isInCorner: boolean): void {
    this.#most = Math.max(this.#most, height);
    const { style } = document.documentElement;
    const isAside = height > 0 && isInCorner;
    style.setProperty('--tray', `${height}px`);
    style.setProperty('--tray-room', `${this.#most}px`);
    style.setProperty('--tray-aside', isAside ? ASIDE : '0px');
    style.setProperty('--tray-above', isAside ? '0px' : `${height}px`);
  }
}
