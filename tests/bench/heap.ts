import type { BrowserContext, CDPSession } from 'playwright/test';

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
}

/**
 * The JavaScript heap of a page or a worker. Playwright opens no session of the DevTools protocol with a worker, so the
 * browser's own carries the messages.
 */
export class Heap {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  #lastId = 0;

  private constructor(browser: CDPSession, sessionId: string) {
    this.#browser = browser;
    this.#sessionId = sessionId;
  }

  /** @throws {Error} when the browser has no such target of this origin. */
  static async of(context: BrowserContext, type: 'page' | 'service_worker', origin: string): Promise<Heap> {
    const browser = await context.browser()?.newBrowserCDPSession();
    const targets = (await browser?.send('Target.getTargets'))?.targetInfos ?? [];
    const target = targets.find((each) => each.type === type && each.url.startsWith(origin));
    if (!browser || !target) throw new Error(`No ${type} of ${origin} to look into`);
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
    return new Heap(browser, sessionId);
  }

  /** What is in use once the garbage is collected, array buffers included, in MB. */
  async megabytes(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = (await this.#ask('Runtime.getHeapUsage')) as HeapUsage;
    return (usedSize + backingStorageSize) / 1_000_000;
  }

  #ask(method: string): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const reply = new Promise((resolve) => {
      const listen = ({ sessionId, message }: { readonly sessionId: string; readonly message: string }): void => {
        const told = JSON.parse(message) as Reply;
        if (sessionId !== this.#sessionId || told.id !== id) return;
        this.#browser.off('Target.receivedMessageFromTarget', listen);
        resolve(told.result);
      };
      this.#browser.on('Target.receivedMessageFromTarget', listen);
    });
    const message = JSON.stringify({ id, method });
    return Promise.all([
      reply,
      this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message }),
    ]).then(([result]) => result);
  }
}
