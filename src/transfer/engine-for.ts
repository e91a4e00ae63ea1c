import type { TaskRow } from '../store/schema.ts';
import { needsFetch } from './authorization.ts';
import type { TransferEngine } from './engine.ts';

/** Request headers that need no preflight. @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
const SAFELISTED = new Set(['accept', 'accept-language', 'content-language', 'range']);

/** The first engine that can carry a task; `undefined` when none is available. */
export function engineFor(row: TaskRow, engines: readonly TransferEngine[]): TransferEngine | undefined {
  return engines.find(({ kind, isAvailable }) => isAvailable && (kind === 'fetch' || canBrowserCarry(row)));
}

function canBrowserCarry(row: TaskRow): boolean {
  return !needsPreflight(row) && !(row.credentialSpace !== undefined && needsFetch(row));
}

/** Chromium's Background Fetch fails where a CORS preflight would be needed; nothing reaches the server then. */
function needsPreflight({ request }: TaskRow): boolean {
  if (new URL(request.url).origin === location.origin) return false;
  return request.method !== 'GET' || !request.headers.every(([name]) => SAFELISTED.has(name.toLowerCase()));
}
