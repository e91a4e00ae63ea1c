import type { Answer, Question } from './answer.ts';
import type { Body } from './body.ts';
import { makePdf } from './make-pdf.ts';
import { FIXED_DATE, type ServedFile, serveFile, type Validator } from './served-file.ts';
import type { SignInRule } from './sign-in-rule.ts';

/** What a file holds. */
export interface Content {
  /** Makes a PDF of exactly this many bytes. Default 20,000. Left aside when `body` is given. */
  readonly bytes?: number;
  /** Pages of that PDF. Default 1. */
  readonly pages?: number;
  /** Title in that PDF's own metadata. Default: none. */
  readonly title?: string;
  /** Another seed makes another PDF of the same size. Default: how many times this name was published before. */
  readonly seed?: number;
  readonly body?: Body | string;
  /** `Content-Type`. Default: by the ending of the name. */
  readonly type?: string;
}

/** How the server behaves about it. Without any of these it is honest and fast. */
export interface Behaviour {
  /**
   * Status instead of the honest one; 200 means the honest one. A function is asked with the number of this request among
   * those of its method, from 1. From 400 on the body is a line of text.
   */
  readonly status?: number | ((nth: number) => number);
  /** Status of HEAD alone, for example 405. */
  readonly head?: number;
  /** Extra or other headers, names in any case; `null` takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** False: no CORS headers at all, and preflights are not granted. Default true: every origin may read. */
  readonly cors?: boolean;
  /** False: every origin may read, but preflights are not granted: no request with `Authorization` comes. Default true. */
  readonly preflight?: boolean;
  /** False: `Range` is ignored and not advertised. Default true. */
  readonly ranges?: boolean;
  /** Default 'etag': a strong ETag and Last-Modified. 'date': Last-Modified alone. */
  readonly validator?: Validator;
  /** True: `Content-Encoding: gzip` for clients that accept it. Default false. */
  readonly gzip?: boolean;
  /** Of each response. Default: no limit. */
  readonly bytesPerSecond?: number;
  /** A response longer than this ends after this many bytes of its body with its connection destroyed. */
  readonly dropAfterBytes?: number;
  /** How many responses are dropped before the server mends its ways; Infinity: it never does. Default 1. */
  readonly drops?: number;
  /** A response longer than this stops after this many bytes of its body, until `release()`. 0 sends the headers alone. */
  readonly holdAfterBytes?: number;
  /** The `Content-Length` that is told for the whole file, true or not. */
  readonly declaredLength?: number;
  /** True: no `Content-Length`; the body comes in chunks. Default false. */
  readonly noLength?: boolean;
  /** Answers with a redirect there (status 302, or `status` if it is 3xx). Relative to this file's address. */
  readonly redirectTo?: string;
  readonly contentDisposition?: string;
  /** Only who signs in gets the file. Other origins may read the challenge, and send the answer, unless `cors` is false. */
  readonly signIn?: SignInRule | undefined;
  /** The last word on each answer: gets the one that would go out, and gives the one that does. See `lies.ts`. */
  readonly bend?: Bend;
}

/** @param nth number of this request among those of its method, from 1. */
export type Bend = (told: Answer, question: Question, nth: number) => Answer;

export type PublishOptions = Content & Behaviour;

const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.pdf', 'application/pdf'],
  ['.html', 'text/html; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['', 'application/octet-stream'],
];

/**
 * Makes the file that these options describe.
 *
 * @param generation how many times the name was published before; each has its own content and date, a minute apart.
 */
export function makeServedFile(name: string, options: PublishOptions, generation: number): ServedFile {
  return serveFile(makeBody(options, generation), {
    type: options.type ?? TYPES.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1] ?? '',
    lastModified: new Date(FIXED_DATE.getTime() + generation * 60_000),
    ...behaviourOfFile(options),
  });
}

/** The same file under another behaviour. */
export function withBehaviour(file: ServedFile, behaviour: Behaviour): ServedFile {
  return serveFile(file.body, { type: file.type, lastModified: file.lastModified, ...behaviourOfFile(behaviour) });
}

function behaviourOfFile({ ranges = true, validator = 'etag', gzip = false }: Behaviour) {
  return { ranges, validator, gzip };
}

function makeBody({ body, bytes = 20_000, pages = 1, title, seed }: Content, generation: number): Body {
  if (typeof body === 'string') return Buffer.from(body);
  return body ?? makePdf({ bytes, pages, seed: seed ?? generation, ...(title !== undefined && { title }) });
}
