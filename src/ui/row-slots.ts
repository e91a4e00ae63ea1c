/**
 * Which element draws which row. Rows that stay keep theirs; those that are new take over from rows that went, in the
 * order of the page: so a jump moves and makes no elements, and a step moves those of one row.
 *
 * @param before slot of each row, in the order of the page.
 * @param rows indexes of the rows to draw, ascending.
 */
export function withSlots(before: ReadonlyMap<number, number>, rows: readonly number[]): ReadonlyMap<number, number> {
  const staying = new Set(rows);
  const free = [...before].filter(([row]) => !staying.has(row)).map(([, slot]) => slot);
  let unused = Math.max(-1, ...before.values()) + 1;
  return new Map(rows.map((row) => [row, before.get(row) ?? free.shift() ?? unused++]));
}
