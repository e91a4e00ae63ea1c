import { parse } from 'content-disposition';

/** Longest name in UTF-16 units; file systems stop at 255 bytes. */
const MAX_LENGTH = 120;

/**
 * The name of a file: what the server calls it, else the last part of its address, else the host.
 *
 * @param url absolute address after redirects.
 * @param contentDisposition the header as it came, or `null`.
 * @see RFC 6266 §4.3, RFC 8187.
 */
export function fileNameOf(url: string, contentDisposition: string | null): string {
  const { pathname, hostname } = new URL(url);
  return cleanName(headerName(contentDisposition)) ?? cleanName(lastSegment(pathname)) ?? hostname;
}

/** Whether the server meant the answer to be kept as a file rather than shown. */
export function isAttachment(contentDisposition: string | null): boolean {
  return /^\s*attachment\b/iu.test(contentDisposition ?? '');
}

function headerName(header: string | null): string | undefined {
  if (!header) return undefined;
  const name = parse(header).parameters['filename'];
  return name === undefined ? undefined : fromUtf8Bytes(name);
}

/** Many servers send UTF-8 where RFC 6266 wants Latin-1; headers reach scripts as Latin-1, so it can be undone. */
function fromUtf8Bytes(name: string): string {
  if (!/[\u0080-\u00ff]/u.test(name) || /[^\u0000-\u00ff]/u.test(name)) return name;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(name, (char) => char.charCodeAt(0)));
  } catch {
    return name; // It was Latin-1 after all.
  }
}

function lastSegment(pathname: string): string | undefined {
  const last = pathname.split('/').findLast((part) => part !== '');
  if (last === undefined) return undefined;
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // A stray % is no reason to lose the name.
  }
}

/**
 * Takes out what could mislead or harm: folders, control characters, and the marks that turn the reading direction
 * (`fdp.exe` shown as `exe.pdf`).
 */
export function cleanName(name: string | undefined): string | undefined {
  const clean = name
    ?.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .split(/[/\\]/u)
    .at(-1)
    ?.replaceAll(/\s+/gu, ' ')
    .replace(/^[\s.]+/u, '')
    .trim();
  return clean ? shorten(clean) : undefined;
}

/** Cuts the middle, so that the ending still tells the kind of file. */
function shorten(name: string): string {
  if (name.length <= MAX_LENGTH) return name;
  const ending = /\.[^.]{1,8}$/u.exec(name)?.[0] ?? '';
  return `${name.slice(0, MAX_LENGTH - ending.length - 1).trimEnd()}…${ending}`;
}
