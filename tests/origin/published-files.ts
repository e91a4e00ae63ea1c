import type { IncomingMessage, ServerResponse } from 'node:http';
import { PublishedFile } from './published-file.ts';
import type { PublishOptions } from './publish-options.ts';
import type { RequestRecord } from './request-record.ts';

/** The files that a server has for tests, each with its own behaviour. */
export class PublishedFiles {
  readonly #base: () => string;
  /** By path, percent-encoded as in the request line. */
  readonly #files = new Map<string, PublishedFile>();

  /** @param base scheme, host and port of the server, without a slash at the end; asked when a file is published. */
  constructor(base: () => string) {
    this.#base = base;
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
    const file = present ?? new PublishedFile(this.#base() + path, name, options);
    this.#files.set(path, file);
    return file;
  }

  /** Takes every file away. */
  clear(): void {
    this.#files.clear();
  }

  /** @returns false when nothing is published at the address; nothing is sent then. */
  respond(request: IncomingMessage, response: ServerResponse, record: RequestRecord): boolean {
    const file = this.#files.get(record.url.replace(/\?.*/, ''));
    file?.respond(request, response, record).catch((error: unknown) => {
      // A client that goes away is an outcome, on record already; anything else is a fault of this server.
      if (!response.destroyed) response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    return file !== undefined;
  }
}
