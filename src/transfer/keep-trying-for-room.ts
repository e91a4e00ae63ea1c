import { onChange } from '../store/changes.ts';
import { goOn } from './go-on.ts';
import type { TransferTask } from './transfer-task.ts';

/**
 * So long after the bytes of a document went their room is tried for, in ms: Chromium counts it as free half a second later, but only
 * when nobody holds the bytes any more, and a worker that has hashed them does until its garbage is collected.
 */
const ROOM_DELAYS = [2_000, 15_000, 40_000];

/** Room is made in many ways; one is that a removed document's bytes went, another that time passed with no page open. */
export function keepTryingForRoom(tasks: () => readonly TransferTask[], signal: AbortSignal): void {
  const tryForRoom = (): void => void goOn(tasks(), 'room');
  onChange((change) => {
    if (change === 'removed') for (const delay of ROOM_DELAYS) setTimeout(tryForRoom, delay);
  }, signal);
  tryForRoom();
}
