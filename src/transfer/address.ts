/** Text that can't become a download; `reason` picks the words that people read. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
  readonly reason: 'not-an-address' | 'not-http' | 'mixed-content' | 'digest';
  /** The text as it was typed; it may hold a password, so it belongs nowhere but back into its box. */
  readonly line: string;

  constructor(reason: AddressError['reason'], line: string) {
    super(`The text can't be downloaded: ${reason}`);
    this.reason = reason;
    this.line = line;
  }
}

/**
 * Reads one address as a person types or pastes it. `example.org/a.pdf` means https; the fragment is dropped.
 * A user and password stay in it: `session.downloadTask()` takes them out.
 *
 * @param pageUrl the page's own address: an https page can't fetch from http, loopback excepted.
 * @throws {AddressError}
 * @see https://w3c.github.io/webappsec-mixed-content/
 */
export function parseAddress(text: string, pageUrl: string): URL {
  const url = toUrl(text.trim());
  if (!url) throw new AddressError('not-an-address', text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new AddressError('not-http', text);
  const isPageSecure = new URL(pageUrl).protocol === 'https:';
  if (isPageSecure && url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new AddressError('mixed-content', text);
  }
  url.hash = '';
  return url;
}

function toUrl(text: string): URL | undefined {
  if (text === '' || /\s/u.test(text)) return undefined;
  if (/^[a-z][a-z\d+.-]*:/iu.test(text) && !/^[^/]*:\d/u.test(text)) return URL.parse(text) ?? undefined;
  const hostLike = /^(?:localhost|\[[\da-f:]+\]|[^/:?#]+\.[^/:?#.]{2,}|\d+\.\d+\.\d+\.\d+)(?::\d+)?(?:[/?#]|$)/iu;
  if (!hostLike.test(text)) return undefined;
  return URL.parse(`${isLoopback(text.split(/[/:?#]/u)[0] ?? '') ? 'http' : 'https'}://${text}`) ?? undefined;
}

/** Whether a host name is this device's own. @see https://w3c.github.io/webappsec-secure-contexts/#potentially-trustworthy-origin */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || hostname.startsWith('127.')
  );
}
