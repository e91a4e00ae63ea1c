import type { ByteRange } from '../store/byte-range.ts';
import { taskOfFirstId } from './registration-id.ts';
import { readTag } from './request-tag.ts';
import { parseRangeHeader } from './ranges.ts';

/** As much of a `Response` as checking and storing needs. */
export type AnswerResponse = Pick<Response, 'status' | 'ok' | 'headers' | 'url' | 'blob'>;

/** A complete answer to one request of a run. */
export interface Answer {
  readonly taskId: string;
  /** The part of the file that was asked for; `undefined` for the whole. */
  readonly asked: ByteRange | undefined;
  readonly response: AnswerResponse;
}

/**
 * How long a record of a running registration may take to say that it is complete, in ms; else it is not. A pause waits
 * for this, and bytes that it will throw away go on coming meanwhile; an answer that is missed comes with the ending.
 */
const PATIENCE = 100;

/**
 * The answers of a registration that are complete. In a running one the others stay pending, in an ended one they
 * reject: both are left out.
 */
export async function completeAnswers(registration: BackgroundFetchRegistration): Promise<Answer[]> {
  const records = await registration.matchAll();
  const answers = await Promise.all(records.map((record) => completeAnswer(record, registration)));
  return answers.filter((answer) => answer !== undefined);
}

async function completeAnswer(
  { request, responseReady }: BackgroundFetchRecord,
  { id, result }: BackgroundFetchRegistration,
): Promise<Answer | undefined> {
  const ready = responseReady.catch(() => undefined);
  const response = await (result === '' ? Promise.race([ready, later()]) : ready);
  const taskId = readTag(request.url)?.taskId ?? taskOfFirstId(id);
  if (!response || taskId === undefined) return undefined;
  return { taskId, asked: parseRangeHeader(request.headers.get('Range')), response };
}

function later(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}
