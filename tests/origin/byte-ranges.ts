import type { ByteRange } from '../../src/store/byte-range.ts';

/**
 * Reads a `Range` header against a body of `length` bytes.
 *
 * @returns the range, cut to the body; `undefined` when the header asks for nothing this server gives (no header, another
 * unit, bad syntax, several ranges), so the whole body is the answer; `'unsatisfiable'` when it lies past the end.
 * @see RFC 9110 §14.1.2 and §14.2: a server may ignore a Range header it does not like.
 */
export function parseRange(header: string | undefined, length: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(' ', '') ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (!match || (first === '' && last === '')) return undefined;
  if (first === '') return suffix(Number(last), length);
  if (last !== '' && Number(last) < Number(first)) return undefined;
  if (Number(first) >= length) return 'unsatisfiable';
  const lastByte = last === '' ? length - 1 : Math.min(Number(last), length - 1);
  return { firstByte: Number(first), lastByte };
}

function suffix(count: number, length: number): ByteRange | 'unsatisfiable' {
  if (count === 0 || length === 0) return 'unsatisfiable';
  return { firstByte: Math.max(0, length - count), lastByte: length - 1 };
}
