import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A screen in memory, for browsers that can't do without one. */
export class VirtualScreen {
  /** For the variable `DISPLAY`. */
  readonly display: string;
  readonly #server: ChildProcess;

  private constructor(display: string, server: ChildProcess) {
    this.display = display;
    this.#server = server;
  }

  static async start(): Promise<VirtualScreen> {
    const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
    return new VirtualScreen(`:${String(number).trim()}`, server);
  }

  async end(): Promise<void> {
    this.#server.kill();
    await once(this.#server, 'exit');
  }
}
