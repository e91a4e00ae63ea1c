import { resolve } from 'node:path';
import { type Connect, type Plugin, type PreviewServer, preview } from 'vite';
import { sendsSecurityHeaders } from '../../src/ui/build/security-headers.ts';
import type { PublishedFile } from '../origin/published-file.ts';
import { PublishedFiles } from '../origin/published-files.ts';
import type { PublishOptions } from '../origin/publish-options.ts';
import { RequestRecord } from '../origin/request-record.ts';
import { sampleShelf } from '../origin/sample-shelf.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The built app behind the same server as `npm start`, on a free port, until it is closed. */
export class AppServer {
  readonly #files = new PublishedFiles(() => this.url);
  readonly #listen: (port: number) => Promise<PreviewServer>;
  #server: PreviewServer | undefined;
  #port = 0;

  private constructor(outDir: string | undefined, root: string, base: string | undefined) {
    this.#listen = (port) =>
      preview({
        root,
        // Read anew for every test, our own configuration would draw all samples again.
        configFile: root === ROOT ? false : resolve(root, 'vite.config.ts'),
        logLevel: 'error',
        // Another app has headers of its own.
        plugins: [servesFiles(this.#files), ...(root === ROOT ? [sendsSecurityHeaders()] : []), sampleShelf()],
        ...(outDir === undefined ? {} : { build: { outDir } }),
        ...(base === undefined ? {} : { base }),
        preview: { port, host: 'localhost', strictPort: port > 0 },
      });
  }

  /**
   * @param outDir another build than `dist`; absolute.
   * @param root another app than ours, with a Vite config of its own; absolute.
   * @param port a free one; 0 for any.
   * @param base below which the app was built, where that is not the root.
   */
  static async start(outDir?: string, root: string = ROOT, port = 0, base?: string): Promise<AppServer> {
    const app = new AppServer(outDir, root, base);
    app.#port = port;
    await app.renew();
    return app;
  }

  /** Scheme, host and port, without a slash at the end. */
  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Serves a file on the app's own origin, with all that `Origin.publish()` can do. */
  publish(name: string, options: PublishOptions = {}): PublishedFile {
    return this.#files.publish(name, options);
  }

  /** As at its start, at the same address: open, and with no file published. */
  async renew(): Promise<void> {
    this.#files.clear();
    if (this.#server) return;
    this.#server = await this.#listen(this.#port);
    const address = this.#server.httpServer.address();
    if (address === null || typeof address === 'string') throw new Error('The app server has no port');
    this.#port = address.port;
  }

  /** Ends the server and every connection: from here on the app is on its own. Safe to call twice. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server && 'closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
    await server?.close();
  }
}

/** Before the app's own files, so that nothing of the preview server bends the answer. */
function servesFiles(files: PublishedFiles): Plugin {
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    if (files.respond(request, response, new RequestRecord(request, response))) return;
    // The preview server would compress 5 MB for every test.
    delete request.headers['accept-encoding'];
    next();
  };
  return { name: 'published-files', configurePreviewServer: (server) => void server.middlewares.use(serve) };
}
