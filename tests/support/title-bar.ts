import type { Page } from 'playwright/test';

/** Where the page may draw beside the window's buttons, in CSS pixels, as `getTitlebarAreaRect()` has it. */
export interface TitleBar {
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes the window one whose person turned the title bar off, or on again. No browser that is driven from outside does
 * that, and none lets the values of `env()` be set; so the page's own names for them are, and the browser's word for it
 * is ours.
 */
export async function setTitleBar(page: Page, bar: TitleBar | undefined): Promise<void> {
  await page.evaluate((area) => {
    const { style } = document.documentElement;
    const lengths = { left: area?.x, width: area?.width, height: area?.height };
    for (const [name, length] of Object.entries(lengths)) {
      if (length === undefined) style.removeProperty(`--title-bar-${name}`);
      else style.setProperty(`--title-bar-${name}`, `${length}px`);
    }
    const { windowControlsOverlay: overlay } = navigator as Navigator & { windowControlsOverlay?: EventTarget };
    if (!overlay) throw new Error('This browser has no window controls overlay');
    Object.defineProperty(overlay, 'visible', { value: area !== undefined, configurable: true });
    overlay.dispatchEvent(new Event('geometrychange'));
  }, bar);
}
