/**
 * Tells the styles whether the app's first bar is the window's title bar, at once and until the signal aborts. The person
 * turns that on and off in an installed app's window; where the window's buttons are then, `tokens.css` has from the
 * browser.
 *
 * @see https://wicg.github.io/window-controls-overlay/
 */
export function followTitleBar(signal: AbortSignal): void {
  const overlay = navigator.windowControlsOverlay;
  const look = (): void => void document.documentElement.toggleAttribute('data-title-bar', overlay?.visible === true);
  overlay?.addEventListener('geometrychange', look, { signal });
  look();
}
