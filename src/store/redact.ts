/** Scripts of the app and their place in them: the only paths that a report needs. */
const OWN_SCRIPT = /^\/(?:[\w.-]+\/)*[\w.-]+\.(?:js|mjs|ts)$/u;

/** With a place at the end, as stacks have it; brackets and quotes around it are no part of it. */
const ADDRESS = /(?:blob:)?\b[a-z][a-z\d+.-]*:\/\/[^\s"'<>()“”‘’]+/giu;
const PLACE = /(?::\d+){1,2}$/u;

const CREDENTIAL = /\b(?<scheme>basic|bearer|digest|negotiate)\s+[\w+/=.~-]{4,}/giu;
const NAMED_SECRET =
  /\b(?<name>[\w-]*(?:passw(?:or)?d|passphrase|pwd|token|secret|api[-_]?key|authorization|signature))(?<is>["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s&,;]+)/giu;
const USER_AND_PASSWORD = /[^\s:/@]+:[^\s/@]+@/gu;
const QUOTED = /“[^”]*”/gu;
const FILE_NAME = /[^\s/“”"']+\.pdf\b/giu;

/**
 * Takes out of a text whatever a person might not want to show: of addresses only the host stays, of the app's own
 * scripts also path and place; passwords, tokens, quoted titles and file names go.
 *
 * @param ownOrigin of the app.
 */
export function redact(text: string, ownOrigin: string): string {
  return text
    .replaceAll(ADDRESS, (address) => shorten(address, ownOrigin))
    .replaceAll(/\bdata:[^\s"')]+/giu, 'data:…')
    .replaceAll(CREDENTIAL, '$<scheme> …')
    .replaceAll(NAMED_SECRET, '$<name>$<is>…')
    .replaceAll(USER_AND_PASSWORD, '…@')
    .replaceAll(QUOTED, '“…”')
    .replaceAll(FILE_NAME, '….pdf');
}

function shorten(address: string, ownOrigin: string): string {
  const [place = ''] = PLACE.exec(address) ?? [];
  const bare = address.replace(/^blob:/iu, '').slice(0, place === '' ? undefined : -place.length);
  if (!URL.canParse(bare)) return '…';
  const { host, origin, pathname, protocol } = new URL(bare);
  const isScript = origin === ownOrigin && OWN_SCRIPT.test(pathname) && !address.startsWith('blob:');
  if (isScript) return pathname + place;
  const isHostOnly = pathname === '/' && bare.endsWith(host);
  // A port at the end looks like a place.
  return isHostOnly ? `${protocol}//${host}${place}` : `${protocol}//${host}/…`;
}
