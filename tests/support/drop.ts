import type { Page } from 'playwright/test';

interface Dropped {
  /** Absolute paths of files and folders. */
  readonly files?: readonly string[];
  readonly text?: string;
  /** What another page's link carries. */
  readonly link?: string;
}

type Send = (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel') => Promise<void>;

/** Something from outside the browser, held over the middle of the window. */
export class Drag {
  readonly #send: Send;

  private constructor(send: Send) {
    this.#send = send;
  }

  static async over(page: Page, { files = [], text, link }: Dropped): Promise<Drag> {
    const cdp = await page.context().newCDPSession(page);
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
    const items = [
      ...(text === undefined ? [] : [{ mimeType: 'text/plain', data: text }]),
      ...(link === undefined ? [] : [{ mimeType: 'text/uri-list', data: link }]),
    ];
    const data = { items, files: [...files], dragOperationsMask: 1 };
    const place = { x: width / 2, y: height / 2 };
    const drag = new Drag(async (type) => {
      await cdp.send('Input.dispatchDragEvent', { type, ...place, data });
    });
    await drag.#send('dragEnter');
    await drag.#send('dragOver');
    return drag;
  }

  async drop(): Promise<void> {
    await this.#send('drop');
  }

  /** Chromium's protocol tells the page nothing of it: the next that a page hears is the pointer. */
  async leave(page: Page): Promise<void> {
    await this.#send('dragCancel');
    await page.mouse.move(10, 10);
  }
}
