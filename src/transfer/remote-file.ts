import type { RemoteFile } from '../store/schema.ts';
import { isSameVersion } from './segment-record.ts';

/**
 * What is known of a file after another look at its server. Records show more headers than a page sees, so what they
 * told before stays.
 *
 * @returns `'changed'` when the two can't be the same bytes.
 */
export function mergeRemote(known: RemoteFile | undefined, seen: RemoteFile): RemoteFile | 'changed' {
  if (!known) return seen;
  if (!isSameVersion(known.validator, seen.validator)) return 'changed';
  const { length, ...rest } = seen;
  if (known.isCompressed === true) return { ...known, ...rest };
  if (length !== undefined && known.length !== undefined && length !== known.length) return 'changed';
  return { ...known, ...seen };
}
