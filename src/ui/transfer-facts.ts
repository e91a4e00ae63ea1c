import { formatBytes } from '../library/format-bytes.ts';
import type { RemoteFile, Validator } from '../store/schema.ts';
import type { Failure, TaskState } from '../store/task-state.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { momentWords } from './document-words.ts';
import type { FilePart } from './file-parts.ts';
import { bytesIn } from './file-parts.ts';
import { withoutSecrets } from './without-secrets.ts';
import { stateWords } from './words.ts';

type Fact = readonly [name: string, fact: string];

const ENGINES = {
  'background-fetch': 'The browser, which goes on with all windows closed',
  fetch: 'This window, as long as it is open',
} as const;

/** All that is known of a transfer, for people; what is not known has no line, and no line has a secret. */
export function factsOf(task: TransferTask): readonly Fact[] {
  const { row, state } = task;
  const { remote } = row;
  const isRedirected = remote !== undefined && remote.url !== row.request.url;
  const facts: readonly (readonly [name: string, fact: string | undefined])[] = [
    ['State', stateWords(task)],
    ...failureFacts(failureOf(state)),
    ['Address', row.request.url],
    ['Led on to', isRedirected ? remote.url : undefined],
    ['Downloaded by', row.engine && ENGINES[row.engine]],
    ['Attempts', row.attempt === 0 ? undefined : String(row.attempt)],
    ['Added', momentWords(row.createdAt)],
    ['Started', whenWords(row.startedAt)],
    ['Last bytes stored', whenWords(row.lastByteAt)],
    [state.state === 'completed' ? 'Finished' : 'Ended', whenWords(row.endedAt)],
    ['Size', remote?.length === undefined ? undefined : sizeWords(remote.length)],
    ['Can be continued half-way', remote && continueWords(remote)],
    ['Version on the server', remote?.validator && versionOf(remote.validator)],
    ['SHA-256 asked for', row.digest],
  ];
  return facts.flatMap(([name, fact]) => (fact === undefined ? [] : [[name, withoutSecrets(fact)] as const]));
}

/** What a developer who is asked for help wants to know, one line each. */
export function reportOf(task: TransferTask, parts: readonly FilePart[]): string {
  const lines = [['Transfer', task.name], ...factsOf(task), ['Bytes', partsWords(task, parts)]];
  return withoutSecrets(lines.map(([name, fact]) => `${name}: ${fact}`).join('\n'));
}

/** `12 MB of 40 MB are here, in 3 parts.` */
export function partsWords({ row, progress }: TransferTask, parts: readonly FilePart[]): string {
  const length = row.remote?.length;
  if (length === undefined) {
    const { bytesReceived } = progress;
    return bytesReceived === 0
      ? 'Nothing is here yet.'
      : `${formatBytes(bytesReceived)} have come; the size is not known.`;
  }
  const here = parts.filter(({ kind }) => kind === 'here');
  const coming = bytesIn(parts.filter(({ kind }) => kind === 'coming'));
  const stored = hereWords(bytesIn(here), length, here.length);
  return coming === 0 ? stored : `${stored} ${formatBytes(coming)} more have come and are not stored yet.`;
}

function hereWords(bytes: number, length: number, parts: number): string {
  if (bytes === 0) return `Nothing of ${formatBytes(length)} is here yet.`;
  if (bytes === length) return `All ${formatBytes(length)} are here.`;
  const share = `${formatBytes(bytes)} of ${formatBytes(length)} are here`;
  return parts === 1 ? `${share}, in 1 part.` : `${share}, in ${parts} parts.`;
}

/** Also that of an attempt after which it is tried again. */
function failureOf(state: TaskState): Failure | undefined {
  if (state.state === 'failed') return state.code === 'canceled' ? undefined : state;
  return state.state === 'waiting' && state.reason === 'retry' ? state.after : undefined;
}

function failureFacts(failure: Failure | undefined): readonly (readonly [string, string | undefined])[] {
  if (!failure) return [];
  return [
    ['Technical reason', failure.message],
    ['Error code', failure.code],
    ['HTTP status', failure.status === undefined ? undefined : String(failure.status)],
  ];
}

function whenWords(time: number | undefined): string | undefined {
  return time === undefined ? undefined : momentWords(time);
}

function sizeWords(length: number): string {
  return `${formatBytes(length)} (${length.toLocaleString('en')} bytes)`;
}

function continueWords({ acceptsRanges, ignoresRanges }: RemoteFile): string {
  return acceptsRanges === true && ignoresRanges !== true ? 'Yes' : 'No, the server begins anew each time';
}

function versionOf(validator: Validator): string {
  return validator.kind === 'etag' ? validator.etag : validator.lastModified;
}
