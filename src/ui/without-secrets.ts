import { withoutCredential } from './words.ts';

/** Names of what signs a request in an address, as clouds and sites call it. */
const SECRET =
  /^(?:.*[-_])?(?:access|api|auth|bearer|code|credential|jwt|key|pass|passwd|password|pwd|secret|session|sid|sig|sign|signature|token)(?:[-_].*|id)?$/iu;

/**
 * A text in which no address carries a user, a password, or what signs it: others will read it. What a query asks for
 * stays, its secrets are `…`.
 */
export function withoutSecrets(text: string): string {
  return withoutCredential(text).replaceAll(/(?<=[?&#;])(?<name>[^=&#;\s]+)=[^&#;\s]*/gu, (pair, name: string) =>
    SECRET.test(splitWords(name)) ? `${name}=…` : pair,
  );
}

/** `accessToken` as `access-Token`. */
function splitWords(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '-');
}
