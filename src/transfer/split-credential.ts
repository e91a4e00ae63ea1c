import { type Credential, keepCredential } from './credentials.ts';

/** An address without user and password, and these by themselves. */
export interface SplitAddress {
  readonly url: URL;
  readonly credential?: Credential;
}

/** Takes `user:password@` out of an address. */
export function splitCredential(address: URL): SplitAddress {
  const url = new URL(address);
  const { username, password } = url;
  if (username === '' && password === '') return { url };
  url.username = '';
  url.password = '';
  return { url, credential: { user: decode(username), password: decode(password) } };
}

/**
 * Keeps what an address carries as its origin's credential, in memory: nobody said that it may be remembered. It is
 * sent when that server asks for it.
 *
 * @returns the bare address, for the task.
 */
export async function takeCredential(address: URL): Promise<URL> {
  const { url, credential } = splitCredential(address);
  if (credential) await keepCredential(url.origin, credential, false);
  return url;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray % stands for itself.
  }
}
