/**
 * Whether the browser promised not to clear this origin's storage by itself; `undefined` where it never says so.
 *
 * @see https://storage.spec.whatwg.org/#dom-storagemanager-persisted
 */
export async function isPersistent(): Promise<boolean | undefined> {
  return canPersist() ? navigator.storage.persisted() : undefined;
}

/** As `isPersistent()`; asks for the promise where it has not been given. */
export async function askToPersist(): Promise<boolean | undefined> {
  return canPersist() ? (await navigator.storage.persisted()) || navigator.storage.persist() : undefined;
}

function canPersist(): boolean {
  return 'storage' in navigator && 'persist' in navigator.storage;
}
