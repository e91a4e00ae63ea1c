import type { Challenge, TaskState } from '../store/task-state.ts';

/** What a server asks for with an answer, and the address that asked, after redirects. */
export interface Demand extends Omit<Challenge, 'isRepeated'> {
  readonly url: string;
  /** Whether the request carried a credential; absent where only the task's row can tell. */
  readonly isAnswered?: boolean;
}

/** One entry of `WWW-Authenticate`: names in lower case, values without their quotes. */
export interface OfferedScheme {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Longest realm that is kept, in UTF-16 units. */
const LONGEST_REALM = 120;

const TOKEN = String.raw`[\w!#$%&'*+.^\x60|~\-]+`;
const VALUE = String.raw`"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>${TOKEN})`;
const PARAMETER = String.raw`(?<name>${TOKEN})\s*=\s*(?:${VALUE})(?=\s*(?:,|$))`;
/** A scheme may carry one token68 (`Negotiate YII=`), which looks like the start of a parameter but ends its entry. */
const SCHEME = String.raw`(?<scheme>${TOKEN})(?=[\s,]|$)(?:[ \t]+[\w.~+/\-]+=*(?=\s*(?:,|$)))?`;
const PART = String.raw`[\s,]*(?:${PARAMETER}|${SCHEME})`;

/** Schemes that make a browser open its own sign-in box over the page. */
const PROMPTING: ReadonlySet<string> = new Set(['basic', 'digest', 'ntlm', 'negotiate']);

/**
 * Reads `WWW-Authenticate`: several schemes in one header, or in several headers joined by commas. What comes after a
 * part that no rule knows is left out.
 *
 * @see RFC 9110 §11.6.1, whose commas separate both schemes and their parameters.
 */
export function parseChallenges(header: string | null): OfferedScheme[] {
  const offered: { scheme: string; parameters: Map<string, string> }[] = [];
  const part = new RegExp(PART, 'uy');
  for (let match = part.exec(header ?? ''); match?.groups; match = part.exec(header ?? '')) {
    const { scheme, name, quoted, plain } = match.groups;
    if (scheme !== undefined) offered.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
    else if (name !== undefined) {
      offered.at(-1)?.parameters.set(name.toLowerCase(), quoted?.replaceAll(/\\(.)/gu, '$1') ?? plain ?? '');
    }
  }
  return offered;
}

/** Whether a page's own request with this answer would open the browser's sign-in box. */
export function opensBrowserPrompt(header: string | null): boolean {
  return parseChallenges(header).some(({ scheme }) => PROMPTING.has(scheme));
}

/**
 * What an answer asks for. Where the header can't be read, as on most other origins, or there is none, as with most
 * 403s, it may be either scheme, and user and password are what people have.
 *
 * @returns `undefined` when it asks for nothing, or only for schemes that a page can't serve (Digest, Negotiate).
 * @see RFC 9110 §15.5.2, §15.5.4
 */
export function demandOf({ status, url, headers }: Pick<Response, 'status' | 'url' | 'headers'>): Demand | undefined {
  if (status !== 401 && status !== 403) return undefined;
  const { origin } = new URL(url);
  const offered = parseChallenges(headers.get('WWW-Authenticate'));
  for (const { scheme, parameters } of offered) {
    if (scheme === 'basic' || scheme === 'bearer') return { url, origin, realm: realmOf(parameters), scheme, status };
  }
  return offered.length === 0 || status === 403 ? { url, origin, realm: '', scheme: 'basic', status } : undefined;
}

/** The realm is shown to people: no line breaks, no marks that turn the reading direction, no page-long text. */
function realmOf(parameters: ReadonlyMap<string, string>): string {
  const realm = parameters.get('realm') ?? '';
  return realm
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, LONGEST_REALM);
}

/** Names a protection space: the realm and the origin that it belongs to. @see RFC 9110 §11.5 */
export function spaceOf(origin: string, realm: string): string {
  return `${origin} ${realm}`.trim();
}

/** The parts of a space's name; an origin has no spaces in it. */
export function parseSpace(space: string): { readonly origin: string; readonly realm: string } {
  const [origin = '', ...realm] = space.split(' ');
  return { origin, realm: realm.join(' ') };
}

/** What a task waits for the person to answer; `undefined` when it doesn't. */
export function challengeOf(state: TaskState): Challenge | undefined {
  return state.state === 'waiting' && state.reason === 'challenge' ? state.challenge : undefined;
}

/** The challenge that came between two looks at a task, if one did. */
export function newChallenge(before: TaskState, after: TaskState): Challenge | undefined {
  const challenge = challengeOf(after);
  const known = challengeOf(before);
  return known && known.isRepeated === challenge?.isRepeated ? undefined : challenge;
}
