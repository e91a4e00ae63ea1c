import { resolve } from 'node:path';
import { type PreviewServer, preview } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** The built app behind the same server as `npm start`, on a free port, until it is closed. */
export class AppServer {
  readonly url: string;
  readonly #server: PreviewServer;

  private constructor(server: PreviewServer, url: string) {
    this.#server = server;
    this.url = url;
  }

  /**
   * @param outDir another build than `dist`; absolute.
   * @param root another app than ours, with a Vite config of its own; absolute.
   */
  static async start(outDir?: string, root: string = ROOT): Promise<AppServer> {
    const server = await preview({
      root,
      configFile: resolve(root, 'vite.config.ts'),
      logLevel: 'error',
      ...(outDir === undefined ? {} : { build: { outDir } }),
      preview: { port: 0, host: 'localhost', strictPort: false },
    });
    const address = server.httpServer.address();
    if (address === null || typeof address === 'string') throw new Error('The app server has no port');
    return new AppServer(server, `http://localhost:${address.port}`);
  }

  /** Ends the server and every connection: from here on the app is on its own. */
  async close(): Promise<void> {
    if ('closeAllConnections' in this.#server.httpServer) this.#server.httpServer.closeAllConnections();
    await this.#server.close();
  }
}
