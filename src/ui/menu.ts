import { titleBarHeight } from './title-bar.ts';

/** Px between a menu and the edges of the window. */
const MARGIN = 8;

/**
 * Puts an open menu at its button: on the page, so that it goes along when that scrolls; above, where there is no room
 * below. The window's own buttons would lie over it.
 */
function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const { right, top, bottom } = button.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = menu;
  const left = Math.max(MARGIN, Math.min(right, innerWidth - MARGIN) - offsetWidth);
  const highest = titleBarHeight() + MARGIN;
  const isBelow = bottom + offsetHeight + MARGIN <= innerHeight || top < offsetHeight + highest;
  const y = isBelow ? Math.max(highest, Math.min(bottom, innerHeight - offsetHeight - MARGIN)) : top - offsetHeight;
  Object.assign(menu.style, { left: `${left + scrollX}px`, top: `${y + scrollY}px` });
}

/** Where a key leads in a menu: to be taken modulo its length; `undefined` for a key that leads nowhere. */
function nextMenuItem(key: string, current: number): number | undefined {
  if (key === 'ArrowDown') return current + 1;
  if (key === 'ArrowUp') return current - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? -1 : undefined;
}

/**
 * The popover of a menu, at whichever button opened it: its keys, and the focus on the way in and back. By the menu button
 * pattern of the ARIA practices.
 */
export class MenuPopover {
  readonly #element: () => HTMLElement;
  #button: HTMLElement | undefined;

  constructor(element: () => HTMLElement) {
    this.#element = element;
  }

  /** Call when its items are drawn. */
  open(button: HTMLElement): void {
    this.#button = button;
    button.setAttribute('aria-expanded', 'true');
    this.#element().showPopover();
    placeMenu(this.#element(), button);
    this.#items()[0]?.focus({ preventScroll: true });
  }

  close(): void {
    this.#element().hidePopover();
    this.#button?.focus({ preventScroll: true });
  }

  /** For `toggle`. */
  readonly follow = ({ newState }: ToggleEvent): void => {
    if (newState === 'closed') this.#button?.removeAttribute('aria-expanded');
  };

  /** For `keydown`. */
  readonly press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      return this.close();
    }
    const items = this.#items();
    const root = this.#element().getRootNode() as ShadowRoot;
    const next = nextMenuItem(event.key, items.indexOf(root.activeElement as HTMLElement));
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  };

  #items(): readonly HTMLElement[] {
    return [...this.#element().querySelectorAll<HTMLElement>('button')];
  }
}
