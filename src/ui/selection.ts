/** Which documents a person has selected. Changes give a new one. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** From where a range goes: the last one that was taken in or out by itself. */
  readonly anchor: string | undefined;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: undefined };

/** Takes one in, or out where it was in. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/**
 * Takes in all from the anchor to `id`; without an anchor that is shown, `id` alone.
 *
 * @param shown ids in the order in which they are shown.
 */
export function extended({ ids, anchor }: Selection, id: string, shown: readonly string[]): Selection {
  const from = anchor === undefined ? -1 : shown.indexOf(anchor);
  const to = shown.indexOf(id);
  const range = from === -1 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...range]), anchor: from === -1 ? id : anchor };
}

/** Without those that are not shown any more: nobody removes what they can't see. */
export function among(selection: Selection, shown: readonly string[]): Selection {
  const ids = new Set(shown.filter((id) => selection.ids.has(id)));
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}
