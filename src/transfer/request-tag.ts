import type { ByteRange } from '../store/byte-range.ts';
import { parseRangeHeader, toRangeHeader } from './ranges.ts';

/** Whose request it is, and for which part of the file. */
export interface RequestTag {
  readonly taskId: string;
  /** Absent for the whole file. */
  readonly range?: ByteRange;
}

/**
 * An address with its tag as the fragment, which is not sent. A registration's records come back in no order, many
 * tasks ride in one, and Chromium hands a record's answer to whoever asked for the same address (measured on 156:
 * without a fragment of its own a page gets the first segment for all of them).
 */
export function tagAddress(url: string, { taskId, range }: RequestTag): string {
  return `${url}#${taskId}&${range ? toRangeHeader(range) : 'whole'}`;
}

/** @returns `undefined` for an address without a tag. */
export function readTag(address: string): RequestTag | undefined {
  const match = /#(?<taskId>[^&#]+)&(?<part>whole|bytes=\d+-\d+)$/u.exec(address);
  if (!match?.groups) return undefined;
  const range = parseRangeHeader(match.groups['part'] ?? null);
  return { taskId: match.groups['taskId'] ?? '', ...(range ? { range } : {}) };
}
