import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from 'playwright/test';

/** What a driver could not do; `code` is of the table in the standard, as `stale element reference`. */
export class WebDriverError extends Error {
  override readonly name = 'WebDriverError';
  readonly code: string;

  constructor(command: string, { error, message }: { readonly error: string; readonly message: string }) {
    super(`${command}: ${error} ${message}`);
    this.code = error;
  }
}

/** An element as WebDriver passes it over. */
export type ElementReference = Readonly<Record<string, string>>;

/** A session of WebDriver. @see https://www.w3.org/TR/webdriver2/ */
export class WebDriver {
  readonly #session: string;
  readonly #driver: ChildProcess;

  private constructor(session: string, driver: ChildProcess) {
    this.#session = session;
    this.#driver = driver;
  }

  /**
   * Starts a driver, and with it the browser.
   *
   * @param command of the driver, which takes `--port=`.
   * @param onLine gets what driver and browser print.
   */
  static async start(
    command: string,
    capabilities: object,
    env: NodeJS.ProcessEnv,
    onLine: (line: string) => void,
  ): Promise<WebDriver> {
    const port = await freePort();
    const driver = spawn(command, [`--port=${port}`], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [driver.stdout, driver.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => text.split('\n').forEach(onLine));
    }
    const address = `http://127.0.0.1:${port}/session`;
    await expect(() => fetch(`http://127.0.0.1:${port}/status`)).toPass();
    const { sessionId } = await send<{ sessionId: string }>('POST', address, { capabilities });
    return new WebDriver(`${address}/${sessionId}`, driver);
  }

  get<Result>(path: string): Promise<Result> {
    return send('GET', this.#session + path);
  }

  post<Result>(path: string, parameters: object = {}): Promise<Result> {
    return send('POST', this.#session + path, parameters);
  }

  /** Runs a function in the page; it stands alone. */
  run<Result, Arguments extends readonly unknown[]>(
    inPage: (...args: Arguments) => Result,
    ...args: Arguments
  ): Promise<Awaited<Result>> {
    return this.post('/execute/sync', { script: `return (${String(inPage)})(...arguments)`, args });
  }

  async end(): Promise<void> {
    await send('DELETE', this.#session);
    const ended = once(this.#driver, 'exit');
    this.#driver.kill();
    await ended;
  }
}

/** What an element is to WebDriver's addresses. */
export function elementPath(reference: ElementReference): string {
  return `/element/${Object.values(reference)[0]}`;
}

async function send<Result>(method: string, address: string, parameters?: object): Promise<Result> {
  const response = await fetch(address, { method, ...(parameters && { body: JSON.stringify(parameters) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new WebDriverError(`${method} ${address}`, value as { error: string; message: string });
  return value as Result;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
