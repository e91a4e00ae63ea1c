import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PublishedFile } from './published-file.ts';
import { PublishedFiles } from './published-files.ts';
import type { PublishOptions } from './publish-options.ts';
import { RequestRecord } from './request-record.ts';

/**
 * A real HTTP server for tests, on a free port of this machine: honest unless a file is published with a lie.
 * Ends with `close()`, or with the block that holds it by `await using`.
 */
export class Origin {
  readonly #server: Server;
  readonly #files = new PublishedFiles(() => this.url);
  readonly #requests: RequestRecord[] = [];
  #port = 0;

  private constructor() {
    this.#server = createServer((request, response) => this.#respond(request, response));
  }

  static async start(): Promise<Origin> {
    const origin = new Origin();
    await origin.reopen();
    return origin;
  }

  /** Scheme, host and port, without a slash at the end. */
  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Every request to any address here, oldest first; those that found nothing too. */
  get requests(): readonly RequestRecord[] {
    return this.#requests;
  }

  /** Serves a file under `/name` from now on; see `PublishedFiles`. */
  publish(name: string, options: PublishOptions = {}): PublishedFile {
    return this.#files.publish(name, options);
  }

  /** Stops listening and closes every connection at once, as a server that goes down. Safe to call twice. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Comes back after `close()`, at the same address, with the same files. */
  async reopen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #respond(request: IncomingMessage, response: ServerResponse): void {
    const record = new RequestRecord(request, response);
    this.#requests.push(record);
    if (!this.#files.respond(request, response, record)) notFound(request, response, record);
  }
}

function notFound(request: IncomingMessage, response: ServerResponse, record: RequestRecord): void {
  request.resume();
  record.answered(404);
  response.writeHead(404, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' });
  response.end('Nothing is published here\n');
}
