import { resolve } from 'node:path';
import { type Connect, type Plugin, type PreviewServer, preview } from 'vite';
import type { PublishedFile } from '../origin/published-file.ts';
import { PublishedFiles } from '../origin/published-files.ts';
import type { PublishOptions } from '../origin/publish-options.ts';
import { RequestRecord } from '../origin/request-record.ts';
import { sampleShelf } from '../origin/sample-shelf.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The built app behind the same server as `npm start`, on a free port, until it is closed. */
export class AppServer {
  readonly url: string;
  readonly #server: PreviewServer;
  readonly #files: PublishedFiles;

  private constructor(server: PreviewServer, url: string, files: PublishedFiles) {
    this.#server = server;
    this.url = url;
    this.#files = files;
  }

  /**
   * @param outDir another build than `dist`; absolute.
   * @param root another app than ours, with a Vite config of its own; absolute.
   */
  static async start(outDir?: string, root: string = ROOT): Promise<AppServer> {
    let url = '';
    const files = new PublishedFiles(() => url);
    const server = await preview({
      root,
      // Read anew for every test, our own configuration would draw all samples again.
      configFile: root === ROOT ? false : resolve(root, 'vite.config.ts'),
      logLevel: 'error',
      plugins: [servesFiles(files), sampleShelf()],
      ...(outDir === undefined ? {} : { build: { outDir } }),
      preview: { port: 0, host: 'localhost', strictPort: false },
    });
    const address = server.httpServer.address();
    if (address === null || typeof address === 'string') throw new Error('The app server has no port');
    url = `http://localhost:${address.port}`;
    return new AppServer(server, url, files);
  }

  /** Serves a file on the app's own origin, with all that `Origin.publish()` can do. */
  publish(name: string, options: PublishOptions = {}): PublishedFile {
    return this.#files.publish(name, options);
  }

  /** Ends the server and every connection: from here on the app is on its own. */
  async close(): Promise<void> {
    if ('closeAllConnections' in this.#server.httpServer) this.#server.httpServer.closeAllConnections();
    await this.#server.close();
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
