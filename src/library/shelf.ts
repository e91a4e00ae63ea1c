import { onChange } from '../store/changes.ts';
import { countDocuments, readDocuments, readDocumentsAfter, readFirstDocuments } from '../store/document-pages.ts';
import type { LibraryLook, LibrarySort } from '../store/library-look.ts';
import type { DocumentRow } from '../store/schema.ts';
import { DEFAULT_SETTINGS, readSettings, writeSetting } from '../store/settings.ts';
import { isFiltered, isShown } from './shelf-filter.ts';
import { INDEX_OF, withRows } from './shelf-order.ts';

/** More rows than any window shows at once. */
const SCREENFUL = 24;

/** Ms that the rest waits while the first screenful is drawn. */
const FIRST_DRAWING = 50;

/** So many rows are read, or sorted, in one go: some ms, so that nothing waits for it. */
const PORTION = 1_000;

/**
 * The library in memory, as its window looks at it, kept up to date. Opened once for the life of a window.
 *
 * @fires {Event} change - rows, their number or the look have changed
 */
export class Shelf extends EventTarget {
  look: LibraryLook = DEFAULT_SETTINGS.libraryLook;
  /** How many documents there are; `undefined` before that is known. */
  total: number | undefined;
  /** What is shown, in its order; only the first of them before `isWhole`. */
  rows: readonly DocumentRow[] = [];
  isWhole = false;
  #byId: ReadonlyMap<string, DocumentRow> = new Map();
  #sorted: readonly DocumentRow[] = [];
  #sortedBy: LibrarySort | undefined;
  #isStale = true;
  readonly #changed = new Set<string>();
  #opening: Promise<void> | undefined;
  #settling: Promise<void> | undefined;

  /** Settles when all rows are there. A second call gives the first one's promise. */
  open(): Promise<void> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Looks in another way, and remembers it. */
  async show(change: Partial<LibraryLook>): Promise<void> {
    this.look = { ...this.look, ...change };
    await Promise.all([this.#settle(), writeSetting('libraryLook', this.look)]);
  }

  /** A document of the library, shown or not. */
  row(id: string): DocumentRow | undefined {
    return this.#byId.get(id);
  }

  async #open(): Promise<void> {
    onChange((change, ids) => void (change === 'documents' && this.#hear(ids)), new AbortController().signal);
    this.look = (await readSettings()).libraryLook;
    await this.#peek();
    if (this.rows.length !== this.total) await new Promise((resolve) => setTimeout(resolve, FIRST_DRAWING));
    await this.#settle();
  }

  #hear(ids: readonly string[] | undefined): void {
    if (ids) for (const id of ids) this.#changed.add(id);
    else this.#isStale = true;
    if (this.isWhole) void this.#settle();
  }

  /** The first screenful, where an index has it: the rest may take its time. */
  async #peek(): Promise<void> {
    const index = isFiltered(this.look) ? undefined : INDEX_OF[this.look.sort];
    const [total, rows] = await Promise.all([countDocuments(), index ? readFirstDocuments(index, SCREENFUL) : []]);
    this.total = total;
    this.rows = rows;
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.dispatchEvent(new Event('change'));
  }

  #settle(): Promise<void> {
    this.#settling ??= this.#catchUp().finally(() => (this.#settling = undefined));
    return this.#settling;
  }

  /** One thing after the other, until there is nothing to do. */
  async #catchUp(): Promise<void> {
    do {
      if (this.#isStale) await this.#readAll();
      if (this.#changed.size > 0) await this.#readAgain();
      if (this.#sortedBy !== this.look.sort) await this.#sort();
      this.#publish();
    } while (this.#isStale || this.#changed.size > 0 || this.#sortedBy !== this.look.sort);
  }

  async #readAll(): Promise<void> {
    this.#isStale = false;
    const { sort } = this.look;
    const byId = new Map<string, DocumentRow>();
    let sorted: readonly DocumentRow[] = [];
    let last: string | undefined;
    let page: readonly DocumentRow[];
    do {
      page = await readDocumentsAfter(last, PORTION);
      for (const row of page) byId.set(row.id, row);
      sorted = withRows(sorted, page, sort);
      last = page.at(-1)?.id;
    } while (page.length === PORTION);
    this.#keep(byId, sorted, sort);
    this.isWhole = true;
  }

  async #readAgain(): Promise<void> {
    const ids = [...this.#changed].slice(0, PORTION);
    for (const id of ids) this.#changed.delete(id);
    const rows = await readDocuments(ids);
    const byId = new Map(this.#byId);
    for (const id of ids) byId.delete(id);
    for (const row of rows) byId.set(row.id, row);
    const isChanged = new Set(ids);
    const others = this.#sorted.filter(({ id }) => !isChanged.has(id));
    const sort = this.#sortedBy ?? this.look.sort;
    this.#keep(byId, withRows(others, rows, sort), sort);
  }

  async #sort(): Promise<void> {
    const { sort } = this.look;
    const rows = [...this.#byId.values()];
    let sorted: readonly DocumentRow[] = [];
    for (let from = 0; from < rows.length; from += PORTION) {
      if (from > 0) await new Promise((resolve) => setTimeout(resolve));
      sorted = withRows(sorted, rows.slice(from, from + PORTION), sort);
    }
    this.#keep(this.#byId, sorted, sort);
  }

  #keep(byId: ReadonlyMap<string, DocumentRow>, sorted: readonly DocumentRow[], sort: LibrarySort): void {
    this.#byId = byId;
    this.#sorted = sorted;
    this.#sortedBy = sort;
  }

  #publish(): void {
    this.total = this.#byId.size;
    this.rows = isFiltered(this.look) ? this.#sorted.filter((row) => isShown(row, this.look)) : this.#sorted;
    this.dispatchEvent(new Event('change'));
  }
}
