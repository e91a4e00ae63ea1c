import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { answer } from './answer.ts';
import { type Sample, SAMPLES } from './samples/samples.ts';
import { clientGone, sendBody } from './send-body.ts';
import { type ServedFile, serveFile } from './served-file.ts';

/** Below the app's base. */
const SHELF = 'samples/';

/** One line of `samples/index.json`. */
interface ShelfEntry {
  /** Relative to the origin of the app. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** Bytes. */
  readonly size: number;
  readonly pages: number;
}

/**
 * Serves the sample documents beside the app, in development and in preview: `samples/index.json` lists them.
 * Nothing of it goes into the build.
 */
export function sampleShelf(): Plugin {
  return {
    name: 'sample-shelf',
    configureServer: ({ middlewares, config }) => void middlewares.use(serveSamples(config.base)),
    configurePreviewServer: ({ middlewares, config }) => void middlewares.use(serveSamples(config.base)),
  };
}

function serveSamples(base: string): Connect.NextHandleFunction {
  return (request, response, next) => void answerFromShelf(base + SHELF, request, response, next);
}

/** Hands on to `next` what is not on the shelf, and what went wrong. */
async function answerFromShelf(
  shelf: string,
  request: IncomingMessage,
  response: ServerResponse,
  next: Connect.NextFunction,
): Promise<void> {
  const path = (request.url ?? '').replace(/\?.*/, '');
  const sample = SAMPLES.find(({ name }) => path === shelf + name);
  try {
    if (path === `${shelf}index.json`) await sendIndex(shelf, response);
    else if (sample) await sendSample(request, response, sample);
    else next();
  } catch (error) {
    next(error);
  }
}

async function sendIndex(shelf: string, response: ServerResponse): Promise<void> {
  const entries = await Promise.all(SAMPLES.map((sample) => describe(shelf, sample)));
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(entries));
}

async function describe(shelf: string, sample: Sample): Promise<ShelfEntry> {
  const { name, title, description, pages } = sample;
  const size = sample.bytes ?? (await madeOnce(sample)).body.length;
  return { url: shelf + name, title, description, size, pages };
}

async function sendSample(request: IncomingMessage, response: ServerResponse, sample: Sample): Promise<void> {
  const file = await madeOnce(sample);
  const { status, headers, body } = answer({ method: request.method ?? 'GET', headers: request.headers }, file);
  const fileName = encodeURIComponent(`${sample.title}.pdf`);
  response.writeHead(status, {
    ...headers,
    'content-disposition': `inline; filename*=UTF-8''${fileName}`,
    // A copy in the browser's cache would make the second download of the book a different one from the first.
    'cache-control': 'no-store',
  });
  const signal = clientGone(response);
  try {
    await sendBody(response, body, { bytesPerSecond: speedOf(sample, status), signal });
    response.end();
  } catch (error) {
    // Somebody who pauses a download has gone away, which is no fault of the server.
    if (!signal.aborted) throw error;
  }
}

/** Browsers fetch two ranges of a file at a time: together they are as fast as the whole. */
function speedOf({ bytesPerSecond }: Sample, status: number): number | undefined {
  return bytesPerSecond !== undefined && status === 206 ? bytesPerSecond / 2 : bytesPerSecond;
}

const made = new Map<Sample, Promise<ServedFile>>();

/** Each sample is made at most once a process, when it is first asked for. */
function madeOnce(sample: Sample): Promise<ServedFile> {
  const file = made.get(sample) ?? sample.make().then((body) => serveFile(body));
  made.set(sample, file);
  return file;
}
