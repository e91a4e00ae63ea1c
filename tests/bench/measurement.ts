import type { TestInfo } from 'playwright/test';

/** Each unit with the digits after its point that mean something. */
export const UNITS = { kB: 1, MB: 1, s: 2, ms: 0, '×': 2, '%': 0, steps: 0, shift: 4, points: 0 } as const;

/** One number with the runs that it comes from. */
export interface Measurement {
  /** What was measured, as a line of the table. */
  readonly name: string;
  readonly unit: keyof typeof UNITS;
  readonly value: number;
  /** The largest value that is good enough; absent for numbers that only explain another. */
  readonly bar?: number;
  /** Every single run, in order, in the same unit. One value: it is the same in every run. */
  readonly runs: readonly number[];
}

const ATTACHMENT = 'measurement';

/** Hands a measurement to the reporter, which lists all of them at the end. */
export async function report(info: TestInfo, measurement: Measurement): Promise<void> {
  await info.attach(ATTACHMENT, { body: JSON.stringify(measurement), contentType: 'application/json' });
}

/** Hands over the median of these runs. */
export async function reportMedian(info: TestInfo, measurement: Omit<Measurement, 'value'>): Promise<void> {
  await report(info, { ...measurement, value: median(measurement.runs) });
}

interface Ratio {
  readonly name: string;
  readonly bar?: number;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** Hands over the ratio of two medians; its single runs are the ratios of each round. */
export async function reportRatio(info: TestInfo, { ours, theirs, ...told }: Ratio): Promise<void> {
  const runs = ours.map((each, round) => each / (theirs[round] ?? Number.NaN));
  await report(info, { ...told, unit: '×', value: median(ours) / median(theirs), runs });
}

/** The measurements among a test's attachments. */
export function reported(attachments: readonly { readonly name: string; readonly body?: Buffer }[]): Measurement[] {
  const ours = attachments.filter(({ name, body }) => name === ATTACHMENT && body !== undefined);
  return ours.map(({ body }) => JSON.parse(String(body)) as Measurement);
}

/** @throws {RangeError} for an even count, which has no middle. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[(values.length - 1) / 2];
  if (middle === undefined) throw new RangeError(`Expected an odd number of values, got ${values.length}`);
  return middle;
}
