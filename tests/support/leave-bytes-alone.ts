/**
 * Runs in the page, before the app: nobody looks whether bytes were cleared, because who does waits for a lock. Documents
 * that are seeded have only a few.
 */
export function leaveBytesAlone(): void {
  void navigator.locks.request('longhaul-missing', () => new Promise(() => {}));
}
