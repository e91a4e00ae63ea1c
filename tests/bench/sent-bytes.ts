import type { RequestRecord } from '../origin/request-record.ts';

/** Bytes of bodies that left the server, those of one part sent twice counted twice. */
export function bytesSent(requests: readonly RequestRecord[]): number {
  return requests.reduce((sum, request) => sum + request.bytesSent, 0);
}

/** How much of the file left the server at least once, in bytes: nobody can have more of it. */
export function bytesCovered(requests: readonly RequestRecord[]): number {
  const parts = requests
    .filter(({ method, status }) => method === 'GET' && (status === 200 || status === 206))
    .map((request) => ({ first: firstByte(request), end: firstByte(request) + request.bytesSent }))
    .toSorted((a, b) => a.first - b.first);
  let covered = 0;
  let reached = 0;
  for (const { first, end } of parts) {
    covered += Math.max(0, end - Math.max(first, reached));
    reached = Math.max(reached, end);
  }
  return covered;
}

function firstByte({ status, range }: RequestRecord): number {
  return status === 206 ? Number(/^bytes=(\d+)-/u.exec(range ?? '')?.[1] ?? 0) : 0;
}
