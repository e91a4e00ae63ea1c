/**
 * Why the database can't be had.
 *
 * - `refused`: the browser has none for this site, or can't open it.
 * - `outdated`: a newer Longhaul has upgraded it; this page or worker is of the version before.
 * - `blocked`: another window holds an older version of it open, and doesn't let go. May pass by itself.
 * - `silent`: the browser doesn't answer. May pass by itself.
 */
export type StoreObstacle = 'refused' | 'outdated' | 'blocked' | 'silent';

const changes = new EventTarget();

let obstacle: StoreObstacle | undefined;

/** As things are now; `undefined` while the database is open or on its way. */
export function storeObstacle(): StoreObstacle | undefined {
  return obstacle;
}

/** Calls `listener` when another obstacle is met, or the last one is gone. */
export function onStoreObstacle(listener: () => void, signal: AbortSignal): void {
  changes.addEventListener('change', listener, { signal });
}

/** One that ended the opening stays: what waited for the database has been told no. */
export function meetObstacle(met: StoreObstacle | undefined): void {
  if (obstacle === met || obstacle === 'refused' || obstacle === 'outdated') return;
  obstacle = met;
  changes.dispatchEvent(new Event('change'));
}
