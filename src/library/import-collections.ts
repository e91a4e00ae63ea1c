import { readCollections } from '../store/incoming.ts';
import type { CollectionRow } from '../store/schema.ts';

/** Which collection here each one of an archive is: the same by its id, else by its name, else a new one. */
export class ImportCollections {
  /** Those that are not here yet. */
  readonly lacking: readonly CollectionRow[];
  readonly #ids: ReadonlyMap<string, string>;

  private constructor(listed: readonly CollectionRow[], here: readonly CollectionRow[]) {
    const ids = new Map<string, string>();
    const lacking: CollectionRow[] = [];
    for (const row of listed) {
      const known = [...here, ...lacking];
      const same = known.find(({ id }) => id === row.id) ?? known.find(({ name }) => isSameName(name, row.name));
      ids.set(row.id, same?.id ?? row.id);
      if (!same) lacking.push(row);
    }
    this.lacking = lacking;
    this.#ids = ids;
  }

  static async of(listed: readonly CollectionRow[]): Promise<ImportCollections> {
    return new ImportCollections(listed, await readCollections());
  }

  /** Ids here for ids of the archive; those that it doesn't list are left out. */
  idsFor(listed: readonly string[] = []): string[] {
    return [...new Set(listed.flatMap((id) => this.#ids.get(id) ?? []))];
  }

  /** Rows to add for documents that lie in these. */
  rowsFor(ids: readonly string[]): CollectionRow[] {
    return this.lacking.filter(({ id }) => ids.includes(id));
  }
}

function isSameName(one: string, other: string): boolean {
  return one.trim().localeCompare(other.trim(), undefined, { sensitivity: 'accent' }) === 0;
}
