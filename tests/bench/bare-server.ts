import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** The same files as in the app. */
const PDFJS = resolve(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'), '../build');

const FILES = [
  { path: '/', file: 'index.html', type: 'text/html' },
  { path: '/opfs', file: 'opfs.html', type: 'text/html' },
  { path: '/two-at-a-time', file: 'two-at-a-time.html', type: 'text/html' },
  { path: '/pdf', file: 'pdf.html', type: 'text/html' },
  { path: '/pdf.mjs', file: resolve(PDFJS, 'pdf.min.mjs'), type: 'text/javascript' },
  { path: '/pdf.worker.mjs', file: resolve(PDFJS, 'pdf.worker.min.mjs'), type: 'text/javascript' },
  { path: '/stored-list.js', file: 'stored-list.js', type: 'text/javascript' },
  { path: '/sw.js', file: 'sw.js', type: 'text/javascript' },
] as const;

/** Pages without anything of ours, on an origin of their own: what the browser alone takes for the same work. */
export class BareServer {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<BareServer> {
    const bodies = await Promise.all(FILES.map(({ file }) => readFile(resolve(import.meta.dirname, 'bare', file))));
    const server = createServer((request, response) => {
      const index = FILES.findIndex(({ path }) => path === request.url);
      response.writeHead(index < 0 ? 404 : 200, { 'content-type': FILES[index]?.type ?? 'text/plain' });
      response.end(bodies[index]);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new BareServer(server);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
