import type { OutlineRow } from './outline.ts';

export type TreeStep = { readonly kind: 'focus' | 'open' | 'close'; readonly id: string } | { readonly kind: 'press' };

/**
 * What a key does in a tree (ARIA practices: tree view).
 *
 * @param index of the focused row.
 * @param open ids of the rows whose children are shown.
 * @returns `undefined` for a key that is none of the tree's.
 */
export function treeKeyStep(
  key: string,
  rows: readonly OutlineRow[],
  index: number,
  open: ReadonlySet<string>,
): TreeStep | undefined {
  const row = rows[index];
  if (!row) return undefined;
  switch (key) {
    case 'ArrowDown':
      return focus(rows[index + 1] ?? row);
    case 'ArrowUp':
      return focus(rows[index - 1] ?? row);
    case 'Home':
      return focus(rows[0] ?? row);
    case 'End':
      return focus(rows.at(-1) ?? row);
    case 'ArrowRight':
      return forward(row, rows[index + 1], open);
    case 'ArrowLeft':
      return open.has(row.entry.id)
        ? { kind: 'close', id: row.entry.id }
        : { kind: 'focus', id: row.parentId ?? row.entry.id };
    case 'Enter':
    case ' ':
      return { kind: 'press' };
    default:
      return undefined;
  }
}

function focus({ entry }: OutlineRow): TreeStep {
  return { kind: 'focus', id: entry.id };
}

function forward(row: OutlineRow, next: OutlineRow | undefined, open: ReadonlySet<string>): TreeStep {
  const isLeaf = row.entry.children.length === 0;
  if (!isLeaf && !open.has(row.entry.id)) return { kind: 'open', id: row.entry.id };
  return focus(isLeaf ? row : (next ?? row));
}
