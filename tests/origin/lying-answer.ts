import { type Answer, answer, type AnswerHeaders, type Question } from './answer.ts';
import type { Behaviour } from './publish-options.ts';
import type { ServedFile } from './served-file.ts';
import { challengeHeaders, isSignedIn } from './sign-in-rule.ts';

const EXPOSED = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Length',
  'Content-Range',
  'ETag',
  'Last-Modified',
  'Retry-After',
  'WWW-Authenticate',
].join(', ');

/** The honest answer, bent by the behaviour that a test asked for. Pure. `nth` counts requests of this method, from 1. */
export function lyingAnswer(question: Question, nth: number, file: ServedFile, behaviour: Behaviour): Answer {
  if (question.method === 'OPTIONS') return preflight(question, behaviour);
  const bare = bareAnswer(question, toldStatus(question, nth, behaviour), file, behaviour);
  const whole = bare.status === 200;
  const headers: AnswerHeaders = {
    ...bare.headers,
    // A cache between would hide requests from the test that counts them.
    'cache-control': 'no-store',
    ...cors(behaviour),
    ...(behaviour.contentDisposition !== undefined && { 'content-disposition': behaviour.contentDisposition }),
    ...(whole && behaviour.declaredLength !== undefined && declare(behaviour.declaredLength)),
  };
  if (behaviour.noLength) delete headers['content-length'];
  const told = { ...bare, headers: override(headers, behaviour.headers) };
  return behaviour.bend?.(told, question, nth) ?? told;
}

function toldStatus({ method }: Question, nth: number, { status, head }: Behaviour): number {
  if (method === 'HEAD' && head !== undefined) return head;
  return (typeof status === 'function' ? status(nth) : status) ?? 200;
}

function bareAnswer(question: Question, told: number, file: ServedFile, { redirectTo, signIn }: Behaviour): Answer {
  if (signIn && told < 400 && !isSignedIn(question.headers, signIn)) {
    const refused = refusal(question, signIn.status ?? 401);
    return { ...refused, headers: { ...refused.headers, ...challengeHeaders(signIn) } };
  }
  if (redirectTo !== undefined && told < 400) return redirect(told, redirectTo);
  if (told >= 300) return refusal(question, told);
  const honest = answer(question, file);
  return told === 200 ? honest : { ...honest, status: told };
}

function redirect(told: number, location: string): Answer {
  const status = told < 300 ? 302 : told;
  return { status, headers: { location, 'content-length': '0' }, body: new Uint8Array() };
}

function refusal({ method }: Question, status: number): Answer {
  const text = Buffer.from(`Status ${status}\n`);
  const headers = { 'content-type': 'text/plain', 'content-length': String(text.length) };
  return { status, headers, body: method === 'HEAD' || status < 400 ? new Uint8Array() : text };
}

/** The connection closes after a false length, or the client would wait for ever or read the rest as the next answer. */
function declare(length: number): AnswerHeaders {
  return { 'content-length': String(length), connection: 'close' };
}

function cors(behaviour: Behaviour): AnswerHeaders {
  if (behaviour.cors === false) return {};
  return { 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED };
}

function preflight({ headers }: Question, behaviour: Behaviour): Answer {
  const granted = {
    'access-control-allow-methods': headers['access-control-request-method'] ?? 'GET',
    // Named one by one: the wildcard does not cover Authorization.
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
  };
  const grant = behaviour.cors === false || behaviour.preflight === false ? {} : { ...cors(behaviour), ...granted };
  return { status: 204, headers: grant, body: new Uint8Array() };
}

function override(headers: AnswerHeaders, changes: Behaviour['headers'] = {}): AnswerHeaders {
  const result = { ...headers };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete result[name.toLowerCase()];
    else result[name.toLowerCase()] = value;
  }
  return result;
}
