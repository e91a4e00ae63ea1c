import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { formatBytes } from '../library/format-bytes.ts';
import { type EvictionPlan, excessToAskAbout, planEviction } from '../library/eviction.ts';
import type { Survey } from '../library/survey.ts';
import type { Settings } from '../store/settings.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';

/** Why documents should go, and which could. */
export interface RoomWanted {
  /** What is the matter, in a sentence. */
  readonly words: string;
  readonly plan: EvictionPlan;
  /** The transfers that have no room; none where it is the person's own limit. */
  readonly tasks: readonly TransferTask[];
}

/**
 * Whether room is wanted: by transfers that have none, else by the limit that the person has set.
 *
 * @param answered ids of transfers for which the person would rather keep everything.
 */
export function roomWanted(
  survey: Survey,
  settings: Settings,
  tasks: readonly TransferTask[],
  answered: ReadonlySet<string>,
): RoomWanted | undefined {
  const stuck = tasks.filter((task) => hasNoRoom(task) && !answered.has(task.id));
  return stuck.length > 0 ? wantedByTransfers(survey, stuck) : wantedByLimit(survey, settings);
}

function wantedByLimit(survey: Survey, settings: Settings): RoomWanted | undefined {
  const excess = excessToAskAbout(settings, survey.taken);
  if (excess === 0) return undefined;
  const words = msg(str`Your library takes ${formatBytes(survey.taken)}, ${formatBytes(excess)} more than you allow.`);
  return { words, plan: planEviction(excess, survey.evictable), tasks: [] };
}

function wantedByTransfers(survey: Survey, tasks: readonly TransferTask[]): RoomWanted {
  const lacking = tasks.reduce((sum, task) => sum + bytesToCome(task), 0);
  const sentences = [lackWords(tasks), ...(lacking > 1 ? [lackingWords(tasks.length, formatBytes(lacking))] : [])];
  return { words: sentences.join(' '), plan: planEviction(lacking, survey.evictable), tasks };
}

function lackWords([first, ...others]: readonly TransferTask[]): string {
  const count = formatNumber(others.length + 1);
  return first && others.length === 0
    ? msg(str`There is no room left for “${first.name}”.`)
    : msg(str`There is no room left for ${count} downloads.`);
}

function lackingWords(downloads: number, size: string): string {
  return counted(downloads, {
    one: () => msg(str`${size} of it is still to come.`),
    other: () => msg(str`${size} of it are still to come.`),
  });
}

function hasNoRoom({ state }: TransferTask): boolean {
  return (
    (state.state === 'waiting' && state.reason === 'room') || (state.state === 'failed' && state.code === 'no-room')
  );
}

/** Where nobody knows, at least something. */
function bytesToCome({ row }: TransferTask): number {
  return Math.max(1, (row.remote?.length ?? 0) - row.bytesStored);
}
