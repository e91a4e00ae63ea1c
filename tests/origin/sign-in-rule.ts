import type { IncomingHttpHeaders } from 'node:http';
import type { AnswerHeaders } from './answer.ts';

/** Who gets a file. Everybody else is told so, with a challenge. */
export type SignInRule = {
  /** What the server calls the things behind this sign-in. Default 'members'; '' leaves the parameter out. */
  readonly realm?: string;
  /** Default 401; 403 says no more than no, without a challenge. */
  readonly status?: 401 | 403;
  /** The challenge as it goes over the wire, instead of the honest one. */
  readonly challenge?: string;
} & ({ readonly user: string; readonly password: string } | { readonly token: string });

/** Whether a request carries what the rule wants. @see RFC 7617 §2, RFC 6750 §2.1 */
export function isSignedIn({ authorization }: IncomingHttpHeaders, rule: SignInRule): boolean {
  if ('token' in rule) return authorization === `Bearer ${rule.token}`;
  const [scheme, value] = (authorization ?? '').split(' ');
  return scheme === 'Basic' && Buffer.from(value ?? '', 'base64').toString() === `${rule.user}:${rule.password}`;
}

/** The headers that ask for it. @see RFC 9110 §11.6.1 */
export function challengeHeaders(rule: SignInRule): AnswerHeaders {
  if (rule.status === 403) return {};
  const { realm = 'members' } = rule;
  const scheme = 'token' in rule ? 'Bearer' : 'Basic';
  const honest = realm === '' ? scheme : `${scheme} realm="${realm.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return { 'www-authenticate': rule.challenge ?? honest };
}
