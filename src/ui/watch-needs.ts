import { needsOf, renewedBy } from '../library/needs.ts';
import type { TransferSession } from '../transfer/session.ts';

/** Calls `announce` at the start, and whenever a session's tasks need something else of the person than before. */
export function watchNeeds(session: TransferSession, announce: () => Promise<void>): void {
  let known: string | undefined;
  const look = (): void => {
    const rows = session.tasks.map(({ row }) => row);
    const now = [...needsOf(rows, []).map(({ key }) => key), ...renewedBy(rows)].join('\n');
    if (now === known) return;
    known = now;
    announce().catch(reportError);
  };
  session.addEventListener('sessionchange', look);
  look();
}
