/** Each part of the browser that Longhaul uses, and whether this one has it. */
export function capabilities(): readonly (readonly [name: string, isThere: boolean])[] {
  const inWindow = (name: string): boolean => name in globalThis;
  const inNavigator = (name: string): boolean => name in navigator;
  const inStorage = (name: string): boolean => inNavigator('storage') && name in navigator.storage;
  return [
    ['Background Fetch', inWindow('BackgroundFetchManager')],
    ['Background Sync', inWindow('SyncManager')],
    ['Badge', inNavigator('setAppBadge')],
    ['Battery', inNavigator('getBattery')],
    ['BroadcastChannel', inWindow('BroadcastChannel')],
    ['Clipboard', inNavigator('clipboard')],
    ['Connection', inNavigator('connection')],
    ['CSS highlights', 'highlights' in CSS],
    ['Files: launched with', inWindow('launchQueue')],
    ['Files: private to the site', inStorage('getDirectory')],
    ['Files: save where the person says', inWindow('showSaveFilePicker')],
    ['IndexedDB', inWindow('indexedDB')],
    ['Install offer', inWindow('BeforeInstallPromptEvent')],
    ['Navigation API', inWindow('navigation')],
    ['Notifications', inWindow('Notification')],
    ['OffscreenCanvas', inWindow('OffscreenCanvas')],
    ['Permissions', inNavigator('permissions')],
    ['Service workers', inNavigator('serviceWorker')],
    ['Share', inNavigator('share')],
    ['Speech', inWindow('speechSynthesis')],
    ['Storage that stays', inStorage('persist')],
    ['SubtleCrypto', inWindow('crypto') && 'subtle' in crypto],
    ['Trusted types', inWindow('trustedTypes')],
    ['Web Locks', inNavigator('locks')],
    ['WebAssembly', inWindow('WebAssembly')],
  ];
}
