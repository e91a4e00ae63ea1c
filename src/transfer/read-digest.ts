import { AddressError } from './address.ts';

const SHA256 = /^[\da-f]{64}$/iu;

/**
 * The SHA-256 that an address promises of its file, as `#sha256=<64 hex digits>`, alone or among other parts that are
 * joined by `&`. The fragment never leaves the browser: it is a word to the program that downloads.
 *
 * @param text an address as a person types or pastes it, before `parseAddress()` drops the fragment.
 * @returns lower-case hex, or `undefined` when nothing is promised.
 * @throws {AddressError} `digest` when there is something else than one SHA-256 in hex: a download that can't be
 * checked must not look as if it were.
 * @see PEP 503, where the form comes from.
 */
export function readDigest(text: string): string | undefined {
  const [, fragment = ''] = /#(.*)$/su.exec(text.trim()) ?? [];
  const promised = fragment.split('&').flatMap((part) => /^sha256=(.*)$/isu.exec(part)?.[1] ?? []);
  const [digest, ...others] = new Set(promised.map((each) => each.toLowerCase()));
  if (digest === undefined) return undefined;
  if (others.length > 0 || !isSha256(digest)) throw new AddressError('digest', text);
  return digest;
}

/** Whether this is a SHA-256 in hex, upper or lower case. */
export function isSha256(text: string): boolean {
  return SHA256.test(text);
}
