import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PublishedFile } from './published-file.ts';
import type { PublishOptions } from './publish-options.ts';
import { RequestRecord } from './request-record.ts';

/**
 * A real HTTP server for tests, on a free port of this machine: honest unless a file is published with a lie.
 * Ends with `close()`, or with the block that holds it by `await using`.
 */
export class Origin {
  readonly #server: Server;
  /** By path, percent-encoded as in the request line. */
  readonly #files = new Map<string, PublishedFile>();
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

  /**
   * Serves a file under `/name` from now on. A name that is taken gets the new content and behaviour; its object and its
   * records stay.
   *
   * @param name a path without a leading slash, not percent-encoded.
   */
  publish(name: string, options: PublishOptions = {}): PublishedFile {
    const path = `/${name.split('/').map(encodeURIComponent).join('/')}`;
    const present = this.#files.get(path);
    present?.replace(options);
    const file = present ?? new PublishedFile(this.url + path, name, options);
    this.#files.set(path, file);
    return file;
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
    const file = this.#files.get(record.url.replace(/\?.*/, ''));
    if (!file) return notFound(request, response, record);
    file.respond(request, response, record).catch((error: unknown) => {
      // A client that goes away is an outcome, on record already; anything else is a fault of this server.
      if (!response.destroyed) response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  }
}

function notFound(request: IncomingMessage, response: ServerResponse, record: RequestRecord): void {
  request.resume();
  record.answered(404);
  response.writeHead(404, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' });
  response.end('Nothing is published here\n');
}
