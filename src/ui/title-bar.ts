/**
 * Tells the styles whether the app's first bar is the window's title bar, at once and until the signal aborts. The person
 * turns that on and off in an installed app's window; where the window's buttons are then, `tokens.css` has from the
 * browser.
 *
 * @see https://wicg.github.io/window-controls-overlay/
 */
export function followTitleBar(signal: AbortSignal): void {
  navigator.windowControlsOverlay?.addEventListener('geometrychange', showTitleBar, { signal });
  showTitleBar();
}

/** Tells them how it is now. */
export function showTitleBar(): void {
  const isVisible = navigator.windowControlsOverlay?.visible === true;
  document.documentElement.toggleAttribute('data-title-bar', isVisible);
}

/** Px of the window's upper edge in which its buttons lie, at one side or both; 0 where it has a title bar of its own. */
export function titleBarHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--title-bar-height')) || 0;
}
