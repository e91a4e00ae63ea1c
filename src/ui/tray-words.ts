import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { formatBytes } from '../library/format-bytes.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { overallProgress } from './overall-progress.ts';
import { type TransferGroup, inGroups } from './transfer-groups.ts';
import { percentWords } from './words.ts';

/** How many transfers are at what; those that run and those that wait are both on their way. */
type Counts = Readonly<Record<'needsYou' | 'active' | 'paused' | 'failed' | 'canceled', number>>;

/** What transfers are, in few words: the title of one, or how many of several are at what. */
export function trayWords(tasks: readonly TransferTask[]): string {
  const [first] = tasks;
  return first && tasks.length === 1 ? first.name : trayCounts(tasks);
}

/** `1 needs you · 2 on their way · 1 failed`. */
export function trayCounts(tasks: readonly TransferTask[]): string {
  const groups = inGroups(tasks, Date.now());
  const count = (...kinds: readonly TransferGroup['kind'][]): number =>
    groups.filter(({ kind }) => kinds.includes(kind)).reduce((sum, group) => sum + group.tasks.length, 0);
  return countWords({
    needsYou: count('needs-you'),
    active: count('running', 'waiting'),
    paused: count('paused'),
    failed: count('failed'),
    canceled: count('canceled'),
  }).join(' · ');
}

/** `45 % · 3.1 MB/s` of all that run together, as much of it as is known; bytes where nobody knows how many there are. */
export function trayNumbers(tasks: readonly TransferTask[]): string {
  const all = overallProgress(tasks);
  if (!all || all.bytesReceived === 0) return '';
  const { bytesReceived, bytesExpected, bytesPerSecond } = all;
  const parts = [bytesExpected === undefined ? formatBytes(bytesReceived) : percentWords(bytesReceived, bytesExpected)];
  if (bytesPerSecond !== undefined)
    parts.push(msg(str`${formatBytes(bytesPerSecond)}/s`, { desc: 'Bytes per second' }));
  return parts.join(' · ');
}

/** How much of all that run is there, 0 to 1; `undefined` while that can't be told, or when nothing runs. */
export function trayShare(tasks: readonly TransferTask[]): number | undefined {
  const all = overallProgress(tasks);
  return all?.bytesExpected ? all.bytesReceived / all.bytesExpected : undefined;
}

/** What was canceled counts only where there is nothing else to tell. */
function countWords({ needsYou, active, paused, failed, canceled }: Counts): readonly string[] {
  const words = [needsYouWords(needsYou), activeWords(active), pausedWords(paused), failedWords(failed)].filter(
    Boolean,
  );
  return words.length === 0 && canceled > 0 ? [msg(str`${formatNumber(canceled)} canceled`)] : words;
}

function needsYouWords(count: number): string {
  if (count === 0) return '';
  return counted(count, { one: () => msg('1 needs you'), other: () => msg(str`${formatNumber(count)} need you`) });
}

function activeWords(count: number): string {
  if (count === 0) return '';
  return counted(count, {
    one: () => msg('1 on its way'),
    other: () => msg(str`${formatNumber(count)} on their way`),
  });
}

function pausedWords(count: number): string {
  return count === 0 ? '' : msg(str`${formatNumber(count)} paused`);
}

function failedWords(count: number): string {
  return count === 0 ? '' : msg(str`${formatNumber(count)} failed`);
}
