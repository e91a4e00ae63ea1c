/** What the app can't do without, by the names under which browsers' release notes have it. */
const REQUIRED: readonly { readonly name: string; readonly isThere: () => boolean }[] = [
  { name: 'Navigation API', isThere: () => 'navigation' in globalThis },
  { name: 'Web Locks', isThere: () => navigator.locks !== undefined },
  { name: 'IndexedDB', isThere: () => 'indexedDB' in globalThis },
  { name: 'Broadcast Channel', isThere: () => 'BroadcastChannel' in globalThis },
];

/** What of it this browser lacks; everything else that it may lack is said where it would be. */
export function missingRequirements(): string[] {
  return REQUIRED.filter(({ isThere }) => !isThere()).map(({ name }) => name);
}
