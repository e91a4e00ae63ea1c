/** Which screen an address of the app shows. */
export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'transfers' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'reader'; readonly documentId: string }
  | { readonly screen: 'unknown' };

const BASE = import.meta.env.BASE_URL;

/** @param url an address below the app's base. */
export function parseRoute(url: URL): Route {
  const [screen = '', id, ...rest] = url.pathname.slice(BASE.length).split('/');
  if (rest.length > 0) return { screen: 'unknown' };
  if (screen === 'read' && id) return readerRoute(id);
  if (id) return { screen: 'unknown' };
  if (screen === '' || screen === 'index.html') return { screen: 'library' };
  if (screen === 'transfers' || screen === 'settings') return { screen };
  return { screen: 'unknown' };
}

/** What is no part of an address that a program made names no document. */
function readerRoute(id: string): Route {
  try {
    return { screen: 'reader', documentId: decodeURIComponent(id) };
  } catch {
    return { screen: 'unknown' };
  }
}

/** The address of a screen, below the app's base. */
export function pathTo(route: Exclude<Route, { screen: 'unknown' }>): string {
  if (route.screen === 'library') return BASE;
  if (route.screen === 'reader') return `${BASE}read/${encodeURIComponent(route.documentId)}`;
  return `${BASE}${route.screen}`;
}

/** Whether an address is a screen of the app rather than a file or another site. */
export function isScreen(url: URL): boolean {
  return url.origin === location.origin && url.pathname.startsWith(BASE) && !/\.[^/]*$/u.test(url.pathname);
}
