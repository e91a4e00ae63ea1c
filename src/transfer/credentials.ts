import { changeCredential, putCredential, readCredential } from '../store/credentials.ts';
import { askOthers, drop, held, hold } from './credential-memory.ts';
import { seal, unseal } from './seal.ts';

/** Who signs in. It exists only in memory; in the store it is sealed. */
export type Credential =
  | { readonly user: string; readonly password: string }
  /** A bearer token. @see RFC 6750 §2.1 */
  | { readonly token: string };

/** A credential and the protection space that it is for. */
export interface KeptCredential {
  readonly space: string;
  readonly credential: Credential;
  /** Milliseconds since the epoch: a request that began before could not carry it. */
  readonly storedAt: number;
}

/**
 * Keeps a credential: from now on it is the one of its space.
 *
 * @param remember encrypted in the store, for every later start; else in this window's memory, until it closes; one that is
 * remembered stays.
 */
export async function keepCredential(space: string, credential: Credential, remember: boolean): Promise<void> {
  const storedAt = Date.now();
  if (!remember) return hold({ space, credential, storedAt });
  const isToken = 'token' in credential;
  const sealed = await seal(isToken ? credential.token : credential.password);
  const user = isToken ? '' : credential.user;
  await putCredential({ space, user, scheme: isToken ? 'bearer' : 'basic', ...sealed, storedAt });
  drop(space);
}

/**
 * The credential of a space, unless the server has refused it: what was typed last in this window, else what is
 * remembered, else what another window knows.
 */
export async function findCredential(space: string): Promise<KeptCredential | undefined> {
  return held(space) ?? (await readRemembered(space)) ?? askOthers(space);
}

async function readRemembered(space: string): Promise<KeptCredential | undefined> {
  const row = await readCredential(space);
  if (!row || row.isRefused === true) return undefined;
  // A damaged row can't be read by anyone: it is as good as none, and the next sign-in replaces it.
  const secret = await unseal(row).catch(() => undefined);
  if (secret === undefined) return undefined;
  const credential = row.scheme === 'bearer' ? { token: secret } : { user: row.user, password: secret };
  return { space, credential, storedAt: row.storedAt ?? 0 };
}

/** The server did not take it: nobody sends it again until the person has given another. */
export async function refuseCredential({ space, storedAt }: KeptCredential): Promise<void> {
  await changeCredential(space, (row) => ((row.storedAt ?? 0) === storedAt ? { ...row, isRefused: true } : undefined));
  const unwritten = held(space) ?? (await askOthers(space));
  if (unwritten?.storedAt === storedAt) drop(space);
}
