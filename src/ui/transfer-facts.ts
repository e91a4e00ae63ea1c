import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
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
  'background-fetch': () => msg('The browser, which goes on with all windows closed'),
  fetch: () => msg('This window, as long as it is open'),
} as const;

/** All that is known of a transfer, for people; what is not known has no line, and no line has a secret. */
export function factsOf(task: TransferTask): readonly Fact[] {
  const { row, state } = task;
  const { remote } = row;
  const isRedirected = remote !== undefined && remote.url !== row.request.url;
  const facts: readonly (readonly [name: string, fact: string | undefined])[] = [
    [msg('State'), stateWords(task)],
    ...failureFacts(failureOf(state)),
    [msg('Address'), row.request.url],
    [msg('Led on to'), isRedirected ? remote.url : undefined],
    [msg('Downloaded by'), row.engine && ENGINES[row.engine]()],
    [msg('Attempts'), row.attempt === 0 ? undefined : formatNumber(row.attempt)],
    [msg('Added'), momentWords(row.createdAt)],
    [msg('Started'), whenWords(row.startedAt)],
    [msg('Last bytes stored'), whenWords(row.lastByteAt)],
    [
      state.state === 'completed'
        ? msg('Finished', { id: 'transfer-finished', desc: 'When a transfer was complete' })
        : msg('Ended'),
      whenWords(row.endedAt),
    ],
    [msg('Size'), remote?.length === undefined ? undefined : sizeWords(remote.length)],
    [msg('Can be continued half-way'), remote && continueWords(remote)],
    [msg('Version on the server'), remote?.validator && versionOf(remote.validator)],
    [msg('SHA-256 asked for'), row.digest],
  ];
  return facts.flatMap(([name, fact]) => (fact === undefined ? [] : [[name, withoutSecrets(fact)] as const]));
}

/** What a developer who is asked for help wants to know, one line each. */
export function reportOf(task: TransferTask, parts: readonly FilePart[]): string {
  const lines = [[msg('Transfer'), task.name], ...factsOf(task), [msg('Bytes'), partsWords(task, parts)]];
  return withoutSecrets(lines.map(([name, fact]) => `${name}: ${fact}`).join('\n'));
}

/** `12 MB of 40 MB are here, in 3 parts.` */
export function partsWords({ row, progress }: TransferTask, parts: readonly FilePart[]): string {
  const length = row.remote?.length;
  if (length === undefined) {
    const { bytesReceived } = progress;
    return bytesReceived === 0
      ? msg('Nothing is here yet.')
      : msg(str`${formatBytes(bytesReceived)} have come; the size is not known.`);
  }
  const here = parts.filter(({ kind }) => kind === 'here');
  const coming = bytesIn(parts.filter(({ kind }) => kind === 'coming'));
  const stored = hereWords(bytesIn(here), length, here.length);
  return coming === 0 ? stored : `${stored} ${msg(str`${formatBytes(coming)} more have come and are not stored yet.`)}`;
}

function hereWords(bytes: number, length: number, parts: number): string {
  if (bytes === 0) return msg(str`Nothing of ${formatBytes(length)} is here yet.`);
  if (bytes === length) return msg(str`All ${formatBytes(length)} are here.`);
  const [here, all] = [formatBytes(bytes), formatBytes(length)];
  return counted(parts, {
    one: () => msg(str`${here} of ${all} are here, in 1 part.`),
    other: () => msg(str`${here} of ${all} are here, in ${formatNumber(parts)} parts.`),
  });
}

/** Also that of an attempt after which it is tried again. */
function failureOf(state: TaskState): Failure | undefined {
  if (state.state === 'failed') return state.code === 'canceled' ? undefined : state;
  return state.state === 'waiting' && state.reason === 'retry' ? state.after : undefined;
}

function failureFacts(failure: Failure | undefined): readonly (readonly [string, string | undefined])[] {
  if (!failure) return [];
  return [
    [msg('Technical reason'), failure.message],
    [msg('Error code'), failure.code],
    [msg('HTTP status'), failure.status === undefined ? undefined : String(failure.status)],
  ];
}

function whenWords(time: number | undefined): string | undefined {
  return time === undefined ? undefined : momentWords(time);
}

function sizeWords(length: number): string {
  return msg(str`${formatBytes(length)} (${formatNumber(length)} bytes)`);
}

function continueWords({ acceptsRanges, ignoresRanges }: RemoteFile): string {
  return acceptsRanges === true && ignoresRanges !== true ? msg('Yes') : msg('No, the server begins anew each time');
}

function versionOf(validator: Validator): string {
  return validator.kind === 'etag' ? validator.etag : validator.lastModified;
}
