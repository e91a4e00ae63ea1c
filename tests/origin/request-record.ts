import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** How a request ended: all was sent; this server cut it; or the client (or `close()`) did. */
export type RequestOutcome = 'finished' | 'dropped' | 'aborted';

/** One request as the server saw it, and what became of it. */
export class RequestRecord {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The `Range` header. */
  readonly range: string | undefined;
  /** Resolves when the connection is done with this request. */
  readonly ended: Promise<RequestOutcome>;
  #status: number | undefined;
  #bytesSent = 0;
  #outcome: RequestOutcome | 'open' = 'open';
  #dropped = false;

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.method = request.method ?? 'GET';
    this.url = request.url ?? '/';
    this.headers = request.headers;
    this.range = request.headers.range;
    this.ended = new Promise((resolve) => {
      response.once('close', () => resolve(this.#end(response)));
    });
  }

  /** `undefined` until the answer begins. */
  get status(): number | undefined {
    return this.#status;
  }

  /** Bytes of the body that left the server so far. */
  get bytesSent(): number {
    return this.#bytesSent;
  }

  get outcome(): RequestOutcome | 'open' {
    return this.#outcome;
  }

  answered(status: number): void {
    this.#status = status;
  }

  sent(bytes: number): void {
    this.#bytesSent += bytes;
  }

  drop(): void {
    this.#dropped = true;
  }

  #end(response: ServerResponse): RequestOutcome {
    const outcome = response.writableFinished ? 'finished' : 'aborted';
    this.#outcome = this.#dropped ? 'dropped' : outcome;
    return this.#outcome;
  }
}
