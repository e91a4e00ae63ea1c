/** Thumbnails beside each other. */
export const columns = 2;

/** CSS pixels, gap included: the same for all pages, so that the place of each is known without looking at it. */
export const rowHeight = 192;

/** Rows that are drawn above and below what is seen. */
const spareRows = 2;

/** CSS pixels from the list's upper edge. @param row from 0. */
export function topOfRow(row: number): number {
  return row * rowHeight;
}

/**
 * Pages, from 1, that are in view or near it.
 *
 * @param top how far the list is scrolled, in CSS pixels.
 * @param height of the view, in CSS pixels.
 */
export function pagesInView(top: number, height: number, pageCount: number): readonly number[] {
  const firstRow = Math.max(0, Math.floor(top / rowHeight) - spareRows);
  const lastRow = Math.floor((top + height) / rowHeight) + spareRows;
  const first = firstRow * columns + 1;
  const last = Math.min(pageCount, (lastRow + 1) * columns);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** From the middle of the view. */
export function distanceInRows(page: number, top: number, height: number): number {
  const row = Math.floor((page - 1) / columns);
  return Math.abs(row + 0.5 - (top + height / 2) / rowHeight);
}

/** The page that a key leads to, in bounds; `undefined` for a key that leads nowhere. */
export function nextThumbnail(key: string, page: number, pageCount: number): number | undefined {
  const target = {
    ArrowRight: page + 1,
    ArrowLeft: page - 1,
    ArrowDown: page + columns,
    ArrowUp: page - columns,
    Home: 1,
    End: pageCount,
  }[key];
  return target === undefined || target < 1 || target > pageCount ? (target === undefined ? undefined : page) : target;
}
