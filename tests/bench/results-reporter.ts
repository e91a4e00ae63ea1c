import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from 'playwright/types/testReporter';
import { browserPath } from '../support/find-browser.ts';
import { type Measurement, reported, UNITS } from './measurement.ts';
import { IS_TRIAL } from './scale.ts';

const RESULTS = join(import.meta.dirname, 'RESULTS.md');

/** Prints one table of all measurements at the end, and keeps it in `RESULTS.md`. */
export default class ResultsReporter implements Reporter {
  readonly #measurements: Measurement[] = [];

  onTestEnd(_test: TestCase, result: TestResult): void {
    this.#measurements.push(...reported(result.attachments));
  }

  onEnd(): void {
    if (this.#measurements.length === 0) return;
    const table = toTable(this.#measurements);
    console.log(`\n${table}`);
    if (IS_TRIAL) return;
    writeFileSync(RESULTS, `# Results of the last \`npm run bench\`\n\n${describeMachine()}\n\n${table}\n`);
  }

  printsToStdio(): boolean {
    return true;
  }
}

function toTable(measurements: readonly Measurement[]): string {
  const head = ['What', 'Measured', 'Bar', '', 'Single runs'];
  const rows = [head, ...measurements.map((measurement) => toCells(measurement))];
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
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
