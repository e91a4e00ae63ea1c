import { expect, test } from 'playwright/test';
import { toAuthorization } from '../../src/transfer/authorization.ts';
import {
  demandOf,
  newChallenge,
  opensBrowserPrompt,
  parseChallenges,
  parseSpace,
  spaceOf,
} from '../../src/transfer/challenge.ts';
import { statusError } from '../../src/transfer/status-error.ts';
import { cleanToken, unsendableWords } from '../../src/ui/sign-in-words.ts';
import type { Challenge, TaskState } from '../../src/store/task-state.ts';

const URL_ASKED = 'https://files.example/a.pdf';

function schemes(header: string | null): string[] {
  return parseChallenges(header).map(({ scheme, parameters }) => [scheme, ...parameters.entries()].join(' '));
}

function demand(status: number, header?: string): ReturnType<typeof demandOf> {
  return demandOf({ status, url: URL_ASKED, headers: new Headers(header ? { 'WWW-Authenticate': header } : {}) });
}

test('the example of RFC 9110 §11.6.1 is two schemes, the first with three parameters', () => {
  const header = 'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""';
  expect(schemes(header)).toEqual(['basic realm,simple', 'newauth realm,apps type,1 title,Login to "apps"']);
});

test('a challenge is read whatever its case, spaces, commas and quotes', () => {
  expect(schemes('BASIC Realm = "a, b=c"')).toEqual(['basic realm,a, b=c']);
  expect(schemes('basic realm=plain')).toEqual(['basic realm,plain']);
  expect(schemes(', ,Bearer,,Basic')).toEqual(['bearer', 'basic']);
  expect(schemes('Negotiate, Basic realm="x"')).toEqual(['negotiate', 'basic realm,x']);
  expect(schemes('Negotiate YIIC/w==, Bearer error="invalid_token", scope="a b"')).toEqual([
    'negotiate',
    'bearer error,invalid_token scope,a b',
  ]);
});

test('what no rule knows ends the reading and breaks nothing', () => {
  expect(schemes(null)).toEqual([]);
  expect(schemes('')).toEqual([]);
  expect(schemes('"')).toEqual([]);
  expect(schemes('Basic realm="never closed')).toEqual(['basic']);
  expect(schemes('realm="nobody’s"')).toEqual([]);
});

test('the first scheme that a page can serve is asked for', () => {
  expect(demand(401, 'Digest realm="d", Bearer realm="api", Basic realm="b"')).toEqual({
    url: URL_ASKED,
    origin: 'https://files.example',
    realm: 'api',
    scheme: 'bearer',
    status: 401,
  });
});

test('a 401 or 403 that says nothing else is asked for user and password', () => {
  expect(demand(401)).toMatchObject({ realm: '', scheme: 'basic', status: 401 });
  expect(demand(403)).toMatchObject({ realm: '', scheme: 'basic', status: 403 });
  expect(demand(403, 'Digest realm="d"')).toMatchObject({ realm: '', scheme: 'basic', status: 403 });
});

test('a sign-in that a page can’t serve, and any other status, asks for nothing', () => {
  expect(demand(401, 'Digest realm="d", NTLM')).toBeUndefined();
  for (const status of [200, 404, 407, 500]) expect(demand(status, 'Basic realm="b"')).toBeUndefined();
});

test('a realm is shown to people, so it has no marks that mislead and an end', () => {
  const realm = `up\u202Edown ${'x'.repeat(500)}`;
  expect(parseChallenges(`Basic realm="${realm}"`)[0]?.parameters.get('realm')).toBe(realm);
  const headers = { get: () => `Basic realm="${realm}"` } as unknown as Headers;
  expect(demandOf({ status: 401, url: URL_ASKED, headers })?.realm).toMatch(/^updown x{113}$/u);
});

test('only Basic, Digest, NTLM and Negotiate open the browser’s own box', () => {
  expect(['Basic', 'Bearer, Digest qop=auth', 'NTLM', 'Negotiate'].every(opensBrowserPrompt)).toBe(true);
  expect(['Bearer realm="x"', '', null].some(opensBrowserPrompt)).toBe(false);
});

test('a protection space is an origin and a realm (RFC 9110 §11.5)', () => {
  expect(spaceOf('https://files.example', 'two words')).toBe('https://files.example two words');
  expect(spaceOf('https://files.example', '')).toBe('https://files.example');
  expect(parseSpace('https://files.example two words')).toEqual({
    origin: 'https://files.example',
    realm: 'two words',
  });
  expect(parseSpace('https://files.example')).toEqual({ origin: 'https://files.example', realm: '' });
});

test('the header is that of RFC 7617 §2 and RFC 6750 §2.1', () => {
  expect(toAuthorization({ user: 'Aladdin', password: 'open sesame' })).toBe('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
  expect(toAuthorization({ user: 'test', password: '123£' })).toBe('Basic dGVzdDoxMjPCow==');
  expect(toAuthorization({ token: 'mF_9.B5f-4.1JqM' })).toBe('Bearer mF_9.B5f-4.1JqM');
});

test('the error of an answer carries what it asks for, from the address that asked', () => {
  const {
    status,
    code,
    demand: asked,
  } = statusError({ status: 401, url: 'https://other.example/b.pdf', headers: new Headers() }, URL_ASKED);
  expect([status, code, asked?.origin]).toEqual([401, 'bad-status', 'https://other.example']);
  expect(statusError({ status: 404, url: '', headers: new Headers() }, URL_ASKED).demand).toBeUndefined();
});

test('a challenge is new when it comes, and when the answer to it was refused', () => {
  const asked = (isRepeated: boolean): TaskState => {
    const challenge: Challenge = { origin: 'https://a.example', realm: '', scheme: 'basic', status: 401, isRepeated };
    return { state: 'waiting', reason: 'challenge', challenge };
  };
  const turn: TaskState = { state: 'waiting', reason: 'turn' };
  expect(newChallenge(turn, asked(false))?.isRepeated).toBe(false);
  expect(newChallenge(asked(false), asked(true))?.isRepeated).toBe(true);
  expect(newChallenge(asked(false), asked(false))).toBeUndefined();
  expect(newChallenge(asked(true), turn)).toBeUndefined();
});

test('what can’t be sent is said before it is tried, without repeating it', () => {
  expect(unsendableWords({ user: '' })).toBe('Type your user name first.');
  expect(unsendableWords({ user: 'a:b' })).toContain('colon');
  expect(unsendableWords({ user: 'a@b' })).toBe('');
  expect(unsendableWords({ token: '' })).toBe('Type your token first.');
  expect(unsendableWords({ token: 'two secrets' })).not.toContain('secrets');
  expect(unsendableWords({ token: cleanToken(' Bearer abc.def \n') })).toBe('');
});
