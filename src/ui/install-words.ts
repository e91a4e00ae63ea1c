import { msg } from '../language/msg.ts';

/** Where a browser has its own way to install an app. */
export type InstallWay =
  | 'chrome'
  | 'chrome-android'
  | 'edge'
  | 'firefox-android'
  | 'firefox-windows'
  | 'safari-ios'
  | 'safari-mac'
  | 'none';

/**
 * Tells browsers apart for the words below, and for nothing else: menus can't be asked for.
 *
 * @param touchPoints an iPad says that it is a Mac, but no Mac can be touched.
 */
export function installWay(userAgent: string, touchPoints: number): InstallWay {
  const has = (name: string): boolean => userAgent.includes(name);
  if (/iPhone|iPad|iPod/u.test(userAgent) || (has('Macintosh') && touchPoints > 1)) return 'safari-ios';
  if (has('Firefox/')) return has('Android') ? 'firefox-android' : has('Windows') ? 'firefox-windows' : 'none';
  if (has('Chrome/') && has('Android')) return 'chrome-android';
  if (has('Edg/')) return 'edge';
  if (has('Chrome/')) return 'chrome';
  return has('Macintosh') && has('Safari/') ? 'safari-mac' : 'none';
}

/** What to do there, in full sentences. The names in quotes are the ones of the browser in that language. */
export const INSTALL_WORDS: Readonly<Record<InstallWay, () => string>> = {
  chrome: () => msg('Open Chrome’s menu (⋮), then “Cast, save, and share” and “Install page as app…”.'),
  'chrome-android': () => msg('Open the browser’s menu (⋮), then “Add to home screen” and “Install”.'),
  edge: () => msg('Open Edge’s menu (…), then “More tools”, “Apps” and “Install this site as an app”.'),
  'firefox-android': () => msg('Open Firefox’s menu (⋮), then “Add app to Home screen”.'),
  'firefox-windows': () => msg('Press “Add tab to taskbar” at the end of the address bar.'),
  'safari-ios': () => msg('Press Share in the browser’s bar, then “Add to Home Screen”.'),
  'safari-mac': () => msg('Choose “File”, then “Add to Dock…” in the menu bar.'),
  none: () => msg('This browser can’t install apps from the web. Chrome, Edge and Safari can.'),
};
