import { msg, str } from '../language/msg.ts';
import type { PrintedPage } from './print-pages.ts';
import './print-sheets.css';

/**
 * What goes to the printer: a picture a page, each on paper of its own page's size. On the screen it is not to be seen,
 * and while it is there nothing else is printed. No iframe: loading one would pause the downloads (src/README.md).
 */
export class PrintSheets {
  readonly #element = document.createElement('div');
  readonly #style = new CSSStyleSheet();
  readonly #addresses: string[] = [];
  readonly #papers = new Set<string>();

  constructor() {
    this.#element.className = 'print-sheets';
    document.body.append(this.#element);
    document.adoptedStyleSheets.push(this.#style);
  }

  /** Settles when the picture is there: the browser prints what it has. */
  async add({ pageNumber, width, height, picture }: PrintedPage): Promise<void> {
    const address = URL.createObjectURL(picture);
    this.#addresses.push(address);
    const image = document.createElement('img');
    image.alt = msg(str`Page ${pageNumber}`);
    image.className = this.#paper(width, height);
    this.#element.append(image);
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve);
      image.addEventListener('error', () => reject(new Error(`Page ${pageNumber} can't be shown`)));
      image.src = address;
    });
  }

  /** Frees the pictures. Safe to call again. */
  remove(): void {
    for (const address of this.#addresses.splice(0)) URL.revokeObjectURL(address);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#style);
    this.#element.remove();
  }

  /** @returns the class of what stands on paper of this size, in points. */
  #paper(width: number, height: number): string {
    const name = `paper-${width}-${height}`.replaceAll('.', '_');
    if (this.#papers.has(name)) return name;
    this.#papers.add(name);
    this.#style.insertRule(`@page ${name} { size: ${width}pt ${height}pt; margin: 0; }`);
    this.#style.insertRule(`.${name} { page: ${name}; inline-size: ${width}pt; block-size: ${height}pt; }`);
    return name;
  }
}
