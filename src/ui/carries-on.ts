/** Whether this browser goes on with downloads when every window of Longhaul is closed. */
export function carriesOnWithoutWindow(): boolean {
  return 'serviceWorker' in navigator && 'BackgroundFetchManager' in globalThis;
}
