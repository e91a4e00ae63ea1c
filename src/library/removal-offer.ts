import { listRemoved, purge, putBack, removeDocuments } from '../store/removal.ts';

/** Ms for which a removal can be undone. */
const UNDO_TIME = 10_000;

/** Held, shared, by every window that offers to undo something: what it offers may be older than `UNDO_TIME`. */
const LOCK = 'longhaul-undo';

/** What was removed in one go. */
export interface Removal {
  readonly ids: readonly string[];
  /** Of the first of them. */
  readonly title: string;
}

/**
 * What this window has removed and can still put back. The last removal is offered first; when its time is over, the
 * bytes of all of them go.
 *
 * @fires {Event} change - there is another removal to undo, or none any more
 */
export class RemovalOffer extends EventTarget {
  #removals: readonly Removal[] = [];
  #letGo: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;
  /** Removals and their undoing that are under way: the lock is held for them, too. */
  #underWay = 0;

  /** What `undo()` would put back. */
  get last(): Removal | undefined {
    return this.#removals.at(-1);
  }

  async remove(removal: Removal): Promise<void> {
    await this.#whileHeld(async () => {
      const ids = await removeDocuments(removal.ids);
      if (ids.length > 0) this.#offer([...this.#removals, { ...removal, ids }]);
    });
  }

  async undo(): Promise<void> {
    const { last } = this;
    if (!last) return;
    await this.#whileHeld(async () => {
      this.#offer(this.#removals.slice(0, -1));
      await putBack(last.ids);
    });
  }

  /** Lets the bytes go now. */
  async end(): Promise<void> {
    const ids = this.#removals.flatMap((removal) => removal.ids);
    this.#offer([]);
    await purge(ids);
  }

  /** While the person is at the offer it does not run out. */
  setHeld(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#wind();
  }

  #offer(removals: readonly Removal[]): void {
    this.#removals = removals;
    if (removals.length === 0) this.#isHeld = false; // What was held is gone from under pointer and focus.
    this.#release();
    this.#wind();
    this.dispatchEvent(new Event('change'));
  }

  #wind(): void {
    clearTimeout(this.#timer);
    if (this.last && !this.#isHeld) this.#timer = setTimeout(() => void this.end(), UNDO_TIME);
  }

  async #whileHeld(step: () => Promise<void>): Promise<void> {
    this.#underWay += 1;
    try {
      await this.#hold();
      await step();
    } finally {
      this.#underWay -= 1;
      this.#release();
    }
  }

  #release(): void {
    if (this.last || this.#underWay > 0) return;
    this.#letGo?.();
    this.#letGo = undefined;
  }

  /** Settles when the lock is held; it is until nothing is offered any more, or the window closes. */
  async #hold(): Promise<void> {
    if (this.#letGo) return;
    const over = new Promise<void>((resolve) => (this.#letGo = resolve));
    await new Promise<void>((resolve, reject) => {
      const hold = (): Promise<void> => {
        resolve();
        return over;
      };
      navigator.locks.request(LOCK, { mode: 'shared' }, hold).catch(reject);
    });
  }
}

/** Lets go of what windows that are closed could have put back. Runs until nothing is left of it. */
export async function purgeLeftovers(signal: AbortSignal): Promise<void> {
  let left = await listRemoved();
  while (left.length > 0 && !signal.aborted) {
    const now = Date.now();
    // What was removed at a time to come was removed before the device's clock was set back.
    const due = left.filter(({ removedAt }) => Math.abs(now - removedAt) >= UNDO_TIME).map(({ id }) => id);
    await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? purge(due) : undefined));
    left = await listRemoved();
    if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, UNDO_TIME));
  }
}
