import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { toBytes } from './body.ts';
import { lyingAnswer } from './lying-answer.ts';
import { type Behaviour, makeServedFile, type PublishOptions, withBehaviour } from './publish-options.ts';
import type { RequestRecord } from './request-record.ts';
import { clientGone, sendBody } from './send-body.ts';
import type { ServedFile } from './served-file.ts';

/** One address of an origin: what it serves, how it behaves, and who asked. */
export class PublishedFile {
  readonly url: string;
  readonly #name: string;
  readonly #requests: RequestRecord[] = [];
  readonly #events = new EventEmitter().setMaxListeners(0);
  #generation = 0;
  #file: ServedFile;
  #behaviour: Behaviour;
  #dropsLeft = 0;
  #holds = false;
  #furthest = 0;

  constructor(url: string, name: string, options: PublishOptions) {
    this.url = url;
    this.#name = name;
    this.#file = makeServedFile(name, options, 0);
    this.#behaviour = options;
    this.#arm(options);
  }

  /** Every request to this address, oldest first; preflights too. */
  get requests(): readonly RequestRecord[] {
    return this.#requests;
  }

  /** The bytes that are published now, before any content encoding. */
  get body(): Uint8Array {
    return toBytes(this.#file.body);
  }

  /** SHA-256 of `body` in hex. */
  get sha256(): string {
    return this.#file.sha256;
  }

  /** Publishes other content under the same address, with a new date, and forgets every earlier behaviour. */
  replace(options: PublishOptions = {}): void {
    this.#generation += 1;
    this.#file = makeServedFile(this.#name, options, this.#generation);
    this.#behaviour = options;
    this.#dropsLeft = 0;
    this.#holds = false;
    this.#arm(options);
  }

  /** Changes how the server behaves from the next request on; content and all other behaviour stay. */
  behave(change: Behaviour): void {
    this.#behaviour = { ...this.#behaviour, ...change };
    this.#file = withBehaviour(this.#file, this.#behaviour);
    this.#arm(change);
  }

  /** Lets every held response go on, and holds none that comes later. */
  release(): void {
    this.#holds = false;
    this.#events.emit('release');
  }

  /** Resolves once a GET has arrived. */
  async requested(): Promise<void> {
    while (!this.#requests.some(({ method }) => method === 'GET')) await once(this.#events, 'request');
  }

  /** Resolves once some GET response has sent at least this many bytes of its body. */
  async reached(bytes: number): Promise<void> {
    while (this.#furthest < bytes) await once(this.#events, 'sent');
  }

  /** Bytes of the file that left the server so far, over all GET responses. */
  get bytesSent(): number {
    const good = this.#requests.filter(({ method, status = 0 }) => method === 'GET' && status < 300);
    return good.reduce((sum, { bytesSent }) => sum + bytesSent, 0);
  }

  /** Resolves once all GET responses together have sent at least this many bytes. */
  async sent(bytes: number): Promise<void> {
    while (this.bytesSent < bytes) await once(this.#events, 'sent');
  }

  /** Answers one request. For the origin. */
  async respond(request: IncomingMessage, response: ServerResponse, record: RequestRecord): Promise<void> {
    this.#requests.push(record);
    this.#events.emit('request');
    const nth = this.#requests.filter(({ method }) => method === record.method).length;
    const { method, headers } = record;
    const told = lyingAnswer({ method, headers }, nth, this.#file, this.#behaviour);
    request.resume();
    record.answered(told.status);
    response.writeHead(told.status, told.headers);
    response.flushHeaders();
    await this.#send(told, response, record);
  }

  async #send({ body }: Answer, response: ServerResponse, record: RequestRecord): Promise<void> {
    const cut = this.#takeCut(body.length);
    const end = cut ?? body.length;
    const hold = Math.min(end, this.#holds ? (this.#behaviour.holdAfterBytes ?? end) : end);
    const { bytesPerSecond } = this.#behaviour;
    const signal = clientGone(response);
    const options = { bytesPerSecond, signal, onSent: (bytes: number) => this.#count(record, bytes) };
    await sendBody(response, body.subarray(0, hold), options);
    if (hold < end && this.#holds) await once(this.#events, 'release', { signal });
    await sendBody(response, body.subarray(hold, end), options);
    if (cut === undefined) return void response.end();
    record.drop();
    response.destroy();
  }

  /** A change that says nothing of drops or holds leaves the drops done and the release given as they are. */
  #arm({ dropAfterBytes, drops, holdAfterBytes }: Behaviour): void {
    if (dropAfterBytes !== undefined || drops !== undefined) this.#dropsLeft = drops ?? 1;
    if (holdAfterBytes !== undefined) this.#holds = true;
  }

  /** Where this response is cut, if it is. A response too short to be cut leaves the count alone. */
  #takeCut(length: number): number | undefined {
    const { dropAfterBytes } = this.#behaviour;
    if (dropAfterBytes === undefined || this.#dropsLeft <= 0 || length <= dropAfterBytes) return undefined;
    this.#dropsLeft -= 1;
    return dropAfterBytes;
  }

  #count(record: RequestRecord, bytes: number): void {
    record.sent(bytes);
    if (record.method === 'GET') this.#furthest = Math.max(this.#furthest, record.bytesSent);
    this.#events.emit('sent');
  }
}
