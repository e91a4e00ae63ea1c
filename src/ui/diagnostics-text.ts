import { formatBytes } from '../library/format-bytes.ts';
import type { RecentError } from '../store/recent-errors.ts';
import type { TaskRow } from '../store/schema.ts';
import type { TaskState } from '../store/task-state.ts';
import type { WorkerVersion } from './worker-registration.ts';

/** What a report is made of; `undefined` where the browser doesn't tell. */
export interface DiagnosticsFacts {
  /** Ms since the epoch. */
  readonly at: number;
  readonly version: string;
  readonly build: string;
  readonly browser: readonly Fact[];
  readonly capabilities: readonly (readonly [name: string, isThere: boolean])[];
  readonly permissions: readonly Fact[];
  readonly storage: readonly Fact[];
  readonly serviceWorker: readonly Fact[];
  readonly workerVersion: WorkerVersion | undefined;
  readonly session: readonly Fact[];
  readonly tasks: readonly TaskRow[];
  readonly errors: readonly RecentError[];
}

export type Fact = readonly [name: string, value: string | number | boolean | undefined];

/** So many tasks that are not complete have a line of their own. */
const MOST_TASKS = 50;

/**
 * The report as text, in English for whoever mends Longhaul. Of addresses it has the host alone; no titles, no names of
 * files, no credentials.
 */
export function diagnosticsText(facts: DiagnosticsFacts): string {
  const { workerVersion } = facts;
  const worker = workerVersion && `${workerVersion.version} (${workerVersion.build})`;
  return [
    `Longhaul ${facts.version} (${facts.build})`,
    new Date(facts.at).toISOString(),
    ...section('Browser', facts.browser),
    ...section('Capabilities', facts.capabilities),
    ...section('Permissions', facts.permissions),
    ...section('Storage', facts.storage),
    ...section('Service worker', [...facts.serviceWorker, ['version', worker]]),
    ...section('Session', facts.session),
    '',
    `## Transfers (${facts.tasks.length})`,
    ...countLines(facts.tasks),
    ...taskLines(facts.tasks),
    '',
    `## Errors (${facts.errors.length})`,
    ...facts.errors.toReversed().flatMap((error) => errorLines(error)),
    '',
  ].join('\n');
}

function section(title: string, facts: readonly Fact[]): readonly string[] {
  return ['', `## ${title}`, ...facts.map(([name, value]) => `${name}: ${valueWords(value)}`)];
}

function valueWords(value: Fact[1]): string {
  if (value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** `failed bad-status 404: 2`, the most frequent first. */
function countLines(tasks: readonly TaskRow[]): readonly string[] {
  const counts = Map.groupBy(tasks, ({ state }) => stateCode(state));
  const sorted = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return sorted.map(([code, { length }]) => `${code}: ${length}`);
}

/** Those that something may be wrong with, the last to change first. */
function taskLines(tasks: readonly TaskRow[]): readonly string[] {
  const open = tasks.filter(({ state }) => state.state !== 'completed').toSorted((a, b) => b.changedAt - a.changedAt);
  const rest = open.length - MOST_TASKS;
  const lines = open.slice(0, MOST_TASKS).map((task) => `- ${taskLine(task)}`);
  return rest > 0 ? [...lines, `- ${rest} more`] : lines;
}

function taskLine({ state, request, remote, bytesStored, attempt, failures, changedAt }: TaskRow): string {
  const length = remote?.length === undefined ? 'unknown size' : formatBytes(remote.length);
  return [
    stateCode(state),
    new URL(request.url).host,
    `${formatBytes(bytesStored)} of ${length}`,
    `ranges ${valueWords(remote?.acceptsRanges)}`,
    `runs ${attempt}, failures ${failures}`,
    new Date(changedAt).toISOString(),
  ].join(' · ');
}

function stateCode(state: TaskState): string {
  switch (state.state) {
    case 'suspended':
      return `suspended by ${state.by}`;
    case 'waiting':
      return state.reason === 'retry' ? `waiting retry after ${failureCode(state.after)}` : `waiting ${state.reason}`;
    case 'running':
      return `running ${state.engine}`;
    case 'completed':
      return 'completed';
    case 'failed':
      return `failed ${failureCode(state)}`;
    default:
      return state satisfies never;
  }
}

function failureCode({ code, status }: { readonly code: string; readonly status?: number }): string {
  return status === undefined ? code : `${code} ${status}`;
}

function errorLines({ at, where, message, stack, times }: RecentError): readonly string[] {
  const often = times > 1 ? ` · ${times} times` : '';
  const frames = stack === '' ? [] : stack.split('\n').map((frame) => `    ${frame}`);
  return [`- ${new Date(at).toISOString()} · ${where}${often} · ${message}`, ...frames];
}
