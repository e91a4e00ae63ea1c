import type { Answer } from './answer.ts';
import { toBytes } from './body.ts';
import type { Bend } from './publish-options.ts';

/** Tells one lie, in the answer to the GET of that number, counted from 1. */
export function lieOnce(nth: number, lie: (told: Answer) => Answer): Bend {
  return (told, { method }, count) => (method === 'GET' && count === nth ? lie(told) : told);
}

/** Other bytes than were asked for, and said to be: those from a thousand bytes further on. */
export function wrongPlace(told: Answer): Answer {
  const range = told.headers['content-range']?.replace(
    /(\d+)-(\d+)\//u,
    (_, first: string, last: string) => `${Number(first) + 1000}-${Number(last) + 1000}/`,
  );
  const bytes = toBytes(told.body);
  const body = Buffer.concat([bytes.subarray(1000), bytes.subarray(0, 1000)]);
  return { ...told, headers: { ...told.headers, 'content-range': range ?? 'bytes 1000-1999/20000' }, body };
}

/** A thousand bytes fewer than the answer's range; its length is honest about that. */
export function tooShort(told: Answer): Answer {
  const body = toBytes(told.body).subarray(0, -1000);
  return { ...told, headers: { ...told.headers, 'content-length': String(body.length) }, body };
}

/** The range is said to lie past the end of the file. */
export function pastTheEnd(told: Answer): Answer {
  const total = told.headers['content-range']?.replace(/^.*\//u, '') ?? '*';
  const headers = { ...told.headers, 'content-range': `bytes */${total}`, 'content-length': '0' };
  return { status: 416, headers, body: new Uint8Array() };
}
