import type { TestInfo } from 'playwright/test';

/** One number with the runs that it comes from. */
export interface Measurement {
  /** What was measured, as a line of the table. */
  readonly name: string;
  readonly unit: 'kB' | 'MB' | 's' | '×';
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
