import { formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { isNotBegun } from './transfer-groups.ts';
import { overallProgress } from './overall-progress.ts';
import { percentWords, stateWords } from './words.ts';

type Task = Pick<TransferTask, 'id' | 'name' | 'url' | 'row' | 'state' | 'progress'>;

/** What a transfer was at when it was last looked at. */
interface Seen {
  readonly kind: Kind;
  /** Of its bytes, rounded down: 0 to 3. */
  readonly quarter: number;
}

type Kind = 'running' | 'queued' | 'held' | 'paused' | 'failed' | 'canceled' | 'done';

/** What comes after a change is worth a word; the rest a person has just asked for, or follows at once. */
const MANY: Readonly<Partial<Record<Kind, (count: number) => string>>> = {
  done: (count) => msg(str`${formatNumber(count)} downloads are done.`),
  failed: (count) => msg(str`${formatNumber(count)} downloads have failed.`),
  held: (count) => msg(str`${formatNumber(count)} downloads wait for something.`),
  paused: (count) => msg(str`${formatNumber(count)} downloads are paused.`),
};

/**
 * What is to be said of transfers to who doesn't see them: each quarter of one, and what becomes of it. Of many at once
 * it says how many, so that a hundred make no more words than one.
 */
export class TransferNews {
  #seen: ReadonlyMap<string, Seen> | undefined;
  readonly #changed = new Set<string>();

  /** @param tasks all there are. Of those that were not there before nothing is said. */
  look(tasks: readonly Task[]): void {
    const seen = new Map(tasks.map((task) => [task.id, { kind: kindOf(task), quarter: quarterOf(task) }]));
    for (const [id, { kind, quarter }] of seen) {
      const before = this.#seen?.get(id);
      if (!before) continue;
      const isOn = kind === 'running' && quarter > before.quarter;
      if (isOn || (kind !== before.kind && kind in MANY)) this.#changed.add(id);
    }
    this.#seen = seen;
  }

  get isEmpty(): boolean {
    return this.#changed.size === 0;
  }

  /**
   * What there is to say since it was last asked, as of now.
   *
   * @param tasks those of the last look.
   */
  take(tasks: readonly Task[]): string {
    const changed = tasks.filter(({ id }) => this.#changed.has(id));
    this.#changed.clear();
    const isRunning = (task: Task): boolean => kindOf(task) === 'running';
    const progress = changed.some(isRunning) ? progressNews(changed.filter(isRunning), tasks.filter(isRunning)) : '';
    const rest = (Object.keys(MANY) as Kind[]).map((kind) => stateNews(kind, changed));
    return [progress, ...rest].filter(Boolean).join(' ');
  }
}

function progressNews(changed: readonly Task[], running: readonly Task[]): string {
  const [first, ...others] = changed;
  if (!first) return '';
  if (others.length === 0) return `${first.name}: ${formatNumber(quarterOf(first) * 25)} %.`;
  const { bytesReceived = 0, bytesExpected } = overallProgress(running) ?? {};
  if (bytesExpected === undefined) return msg(str`${formatNumber(running.length)} downloads go on.`);
  return msg(str`${formatNumber(running.length)} downloads: ${percentWords(bytesReceived, bytesExpected)} in all.`);
}

function stateNews(kind: Kind, changed: readonly Task[]): string {
  const tasks = changed.filter((task) => kindOf(task) === kind);
  const [first] = tasks;
  if (!first) return '';
  return tasks.length === 1
    ? `${first.name}: ${stateWords(first)}.`.replace(/\.\.$/u, '.')
    : (MANY[kind]?.(tasks.length) ?? '');
}

function kindOf(task: Task): Kind {
  const { state } = task;
  switch (state.state) {
    case 'running':
      return isNotBegun(task) ? 'queued' : 'running';
    case 'waiting':
      return state.reason === 'turn' || state.reason === 'window' || state.reason === 'retry' ? 'queued' : 'held';
    case 'suspended':
      return 'paused';
    case 'failed':
      return state.code === 'canceled' ? 'canceled' : 'failed';
    case 'completed':
      return 'done';
    default:
      return state satisfies never;
  }
}

function quarterOf({ progress: { bytesReceived, bytesExpected } }: Task): number {
  return bytesExpected ? Math.min(3, Math.floor((bytesReceived * 4) / bytesExpected)) : 0;
}
