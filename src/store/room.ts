/** What the browser allows this origin and what is taken, in bytes. */
export interface Room {
  readonly quota: number;
  readonly usage: number;
  readonly free: number;
}

/** The room left, or `undefined` in a browser that doesn't tell. */
export async function readRoom(): Promise<Room | undefined> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined) return undefined;
  return { quota, usage, free: Math.max(0, quota - usage) };
}
