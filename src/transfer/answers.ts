import { type ByteRange, parseRangeHeader } from './ranges.ts';

/** A complete answer to one request of a run. */
export interface Answer {
  /** The part of the file that was asked for; `undefined` for the whole. */
  readonly asked: ByteRange | undefined;
  readonly response: Response;
}

/** How long a record of a running registration may take to say that it is complete, in ms; else it is not. */
const PATIENCE = 500;

/**
 * The answers of a registration that are complete. In a running one the others stay pending, in an ended one they
 * reject: both are left out.
 */
export async function completeAnswers(registration: BackgroundFetchRegistration): Promise<Answer[]> {
  const records = await registration.matchAll();
  const answers = await Promise.all(records.map((record) => completeAnswer(record, registration.result === '')));
  return answers.filter((answer) => answer !== undefined);
}

async function completeAnswer(
  { request, responseReady }: BackgroundFetchRecord,
  isRunning: boolean,
): Promise<Answer | undefined> {
  const ready = responseReady.catch(() => undefined);
  const response = await (isRunning ? Promise.race([ready, later()]) : ready);
  return response && { asked: parseRangeHeader(request.headers.get('Range')), response };
}

function later(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}
