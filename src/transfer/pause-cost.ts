import type { RemoteFile, TaskRow } from '../store/schema.ts';
import { isSegmented, SEGMENTED_FROM } from './plan.ts';

/**
 * Bytes that a pause throws away because their server can't continue the file. 0 for a file that is only too short to
 * be fetched in parts: that costs no more than the parts which a pause of a larger one throws away (`plan.ts`).
 *
 * @param bytesReceived in storage and in this run.
 */
export function lostByPausing({ state, remote }: Pick<TaskRow, 'state' | 'remote'>, bytesReceived: number): number {
  return state.state !== 'running' || isSegmented(remote) || isShort(remote) ? 0 : bytesReceived;
}

/** One request by our own choice, not by the server's. */
function isShort(remote: RemoteFile | undefined): boolean {
  if (remote?.acceptsRanges !== true || remote.ignoresRanges === true) return false;
  return remote.length !== undefined && remote.length < SEGMENTED_FROM;
}
