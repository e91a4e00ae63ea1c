import type { TaskProgress, TransferTask } from '../transfer/transfer-task.ts';

/** Of all transfers that run, together. */
export interface OverallProgress extends TaskProgress {
  /** How many run. */
  readonly running: number;
}

/**
 * What all running transfers are at, as one. Their size is known only when that of each is, and so is the time that is
 * left. `undefined` when none runs.
 */
export function overallProgress(
  tasks: readonly Pick<TransferTask, 'state' | 'progress'>[],
): OverallProgress | undefined {
  const all = tasks.filter(({ state }) => state.state === 'running').map(({ progress }) => progress);
  if (all.length === 0) return undefined;
  const bytesReceived = sum(all.map((progress) => progress.bytesReceived)) ?? 0;
  const bytesExpected = sum(all.map((progress) => progress.bytesExpected));
  const moving = all.map(({ bytesPerSecond }) => bytesPerSecond).filter((speed) => speed !== undefined);
  const bytesPerSecond = moving.length > 0 ? sum(moving) : undefined;
  const timeLeft =
    bytesExpected !== undefined && bytesPerSecond
      ? ((bytesExpected - bytesReceived) * 1000) / bytesPerSecond
      : undefined;
  return { running: all.length, bytesReceived, bytesExpected, bytesPerSecond, timeLeft };
}

/** `undefined` when one of them is. */
function sum(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce((total, value) => (total === undefined || value === undefined ? undefined : total + value), 0);
}
