/** Px between a menu and the edges of the window. */
const MARGIN = 8;

/** Puts an open menu at its button: on the page, so that it goes along when that scrolls; above, where there is no room below. */
export function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const { right, top, bottom } = button.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = menu;
  const left = Math.max(MARGIN, Math.min(right, innerWidth - MARGIN) - offsetWidth);
  const isBelow = bottom + offsetHeight + MARGIN <= innerHeight || top < offsetHeight + MARGIN;
  const y = isBelow ? Math.max(MARGIN, Math.min(bottom, innerHeight - offsetHeight - MARGIN)) : top - offsetHeight;
  Object.assign(menu.style, { left: `${left + scrollX}px`, top: `${y + scrollY}px` });
}

/** Where a key leads in a menu: to be taken modulo its length; `undefined` for a key that leads nowhere. */
export function nextMenuItem(key: string, current: number): number | undefined {
  if (key === 'ArrowDown') return current + 1;
  if (key === 'ArrowUp') return current - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? -1 : undefined;
}
