import type { TaskRow } from '../store/schema.ts';
import { parseSpace } from './challenge.ts';
import { type Credential, findCredential } from './credentials.ts';
import type { PlannedRequest } from './engine.ts';

/**
 * The `Authorization` header of a task's requests.
 *
 * @returns `undefined` when no server asked yet, when the credential is gone or refused, and always when the address is
 * on another origin than the one that the credential is for.
 */
export async function authorizationFor({ credentialSpace, request }: TaskRow): Promise<string | undefined> {
  if (credentialSpace === undefined) return undefined;
  if (new URL(request.url).origin !== parseSpace(credentialSpace).origin) return undefined;
  const kept = await findCredential(credentialSpace);
  return kept && toAuthorization(kept.credential);
}

/**
 * Whether Background Fetch must not carry a task's header, so that only `fetch()` can. It can't ask another origin for
 * permission (preflight), and after a redirect to another origin it sends the header there, whatever `redirect` says
 * (Chromium 156); `fetch()` takes it off.
 */
export function needsFetch({ request, remote }: Pick<TaskRow, 'request' | 'remote'>): boolean {
  const { origin } = new URL(request.url);
  return origin !== location.origin || (remote !== undefined && new URL(remote.url).origin !== origin);
}

/** Adds the header to a task's requests; the engine is chosen so that it may carry it. */
export async function authorize(row: TaskRow, requests: readonly PlannedRequest[]): Promise<readonly PlannedRequest[]> {
  const authorization = await authorizationFor(row);
  if (authorization === undefined) return requests;
  return requests.map((request) => ({ ...request, headers: withAuthorization(request, authorization) }));
}

function withAuthorization({ headers }: PlannedRequest, value: string): PlannedRequest['headers'] {
  return [...headers.filter(([name]) => name.toLowerCase() !== 'authorization'), ['Authorization', value]];
}

/** @see RFC 7617 §2 (in UTF-8, as browsers do it), RFC 6750 §2.1 */
export function toAuthorization(credential: Credential): string {
  if ('token' in credential) return `Bearer ${credential.token}`;
  const bytes = new TextEncoder().encode(`${credential.user}:${credential.password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
