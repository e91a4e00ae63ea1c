import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from 'playwright/types/testReporter';
import { browserPath } from '../support/find-browser.ts';
import { type Measurement, reported, UNITS } from './measurement.ts';
import { IS_TRIAL } from './scale.ts';

const RESULTS = join(import.meta.dirname, 'RESULTS.md');

/**
 * Prints one table of all measurements at the end, and keeps it in `RESULTS.md`. What this run did not measure, as with
 * `-g`, stays there as it was measured last: sides that are compared are always measured in one run.
 */
export default class ResultsReporter implements Reporter {
  readonly #measurements: Measurement[] = [];

  onTestEnd(_test: TestCase, result: TestResult): void {
    this.#measurements.push(...reported(result.attachments));
  }

  onEnd(): void {
    if (this.#measurements.length === 0) return;
    const rows = this.#measurements.map((measurement) => toCells(measurement));
    console.log(`\n${toTable(rows)}`);
    if (IS_TRIAL) return;
    const table = toTable(mergeRows(keptRows(), rows));
    writeFileSync(RESULTS, `# Results of \`npm run bench\`\n\n${describeMachine()}\n\n${table}\n`);
  }

  printsToStdio(): boolean {
    return true;
  }
}

type Row = readonly string[];

const HEAD: Row = ['What', 'Measured', 'Bar', '', 'Single runs'];

/** The rows of the table that is there, from the first below its head. */
function keptRows(): readonly Row[] {
  const lines = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8').split('\n') : [];
  const cells = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1));
  return cells.slice(2).map((row) => row.map((cell) => cell.trim()));
}

/** Each row that was measured now takes the place of its namesake; new ones come last. */
function mergeRows(kept: readonly Row[], measured: readonly Row[]): readonly Row[] {
  const now = new Map(measured.map((row) => [row[0], row]));
  const names = new Set(kept.map(([name]) => name));
  return [...kept.map((row) => now.get(row[0]) ?? row), ...measured.filter(([name]) => !names.has(name))];
}

function toTable(measured: readonly Row[]): string {
  const rows = [HEAD, ...measured];
  const widths = HEAD.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function toCells({ name, unit, value, bar, runs }: Measurement): readonly string[] {
  const verdict = value <= (bar ?? Infinity) ? 'met' : 'missed';
  const single = runs.length > 1 ? runs.map((run) => run.toFixed(UNITS[unit])).join(', ') : '';
  const told = bar === undefined ? ['', ''] : [`${bar} ${unit}`, verdict];
  return [name, `${value.toFixed(UNITS[unit])} ${unit}`, ...told, single];
}

function describeMachine(): string {
  const version = /\d+(?:\.\d+)+/u.exec(
    execFileSync(browserPath(), ['--version'], { encoding: 'utf8', stdio: 'pipe' }),
  );
  const memory = Math.round(totalmem() / 2 ** 30);
  const facts = [
    `Date: ${new Date().toISOString().slice(0, 10)}`,
    `Machine: ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${platform()} ${arch()}`,
    `Chromium ${version?.[0] ?? 'of unknown version'}, headless; servers on the same machine`,
  ];
  return facts.map((fact) => `- ${fact}`).join('\n');
}
