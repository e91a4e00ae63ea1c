import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import { AddressesEvent } from './addresses-event.ts';
import type { App } from './app.ts';
import { type ChosenFiles, filesOf } from './dropped-files.ts';
import { sharedStyles } from './shared-styles.ts';
import { addressesIn } from './transferred-text.ts';

/**
 * Takes what is dropped or pasted anywhere in the window, but for text in a text field: that is the field's.
 *
 * @fires {AddressesEvent} addresses - addresses to download
 */
@customElement('drop-target')
export class DropTarget extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      .overlay {
        position: fixed;
        z-index: 40;
        inset: 0;
        display: grid;
        place-items: center;
        padding: var(--space-4);
        background: color-mix(in srgb, var(--paper) 88%, transparent);
        pointer-events: none;
      }

      .overlay p {
        padding: var(--space-6) var(--space-4);
        inline-size: min(36rem, 100%);
        border: 2px dashed var(--accent);
        border-radius: var(--radius-l);
        background: var(--surface);
        color: var(--ink);
        font: 600 var(--text-xl) / 1.3 var(--face-display);
        text-align: center;
        text-wrap: balance;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @state() private isOver = false;
  /** What began in this window is moved within it, or goes to another. */
  #isOwnDrag = false;
  #lifetime = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lifetime = new AbortController();
    const options = { signal: this.#lifetime.signal };
    addEventListener('dragstart', () => (this.#isOwnDrag = true), options);
    addEventListener('dragend', () => (this.#isOwnDrag = false), options);
    for (const type of ['dragenter', 'dragover'] as const)
      addEventListener(type, (event) => this.#over(event), options);
    addEventListener('dragleave', ({ relatedTarget }) => void (relatedTarget ?? this.#end()), options);
    // While something is dragged the pointer tells nothing: if it does, the drag has ended elsewhere.
    addEventListener('pointermove', () => this.#end(), options);
    addEventListener('drop', (event) => this.#drop(event), options);
    addEventListener('paste', (event) => this.#paste(event), options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.isOver) return nothing;
    return html`<div class="overlay"><p role="status">${msg('Drop files or addresses to add them')}</p></div>`;
  }

  #over(event: DragEvent): void {
    if (!this.#isOurs(event)) return this.#end();
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.isOver = true;
  }

  #end(): void {
    this.isOver = false;
  }

  #drop(event: DragEvent): void {
    this.#end();
    if (!event.dataTransfer || !this.#isOurs(event)) return;
    event.preventDefault(); // The browser would open the file in place of the app.
    this.#take(event.dataTransfer);
  }

  #paste(event: ClipboardEvent): void {
    const { clipboardData } = event;
    if (!clipboardData || event.defaultPrevented || isTextField(event)) return;
    if (this.#take(clipboardData)) event.preventDefault();
  }

  /** @returns whether there was anything to take. */
  #take(transfer: DataTransfer): boolean {
    if (hasFiles(transfer)) {
      this.#bringIn(filesOf(transfer)).catch(reportError);
      return true;
    }
    const addresses = addressesIn(transfer);
    if (addresses !== '') this.dispatchEvent(new AddressesEvent(addresses));
    return addresses !== '';
  }

  async #bringIn(reading: Promise<ChosenFiles>): Promise<void> {
    try {
      await this.app?.arrivals.take(await reading);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.app?.arrivals.say(() => msg('A folder could not be read. Nothing of it was added.'));
    }
  }

  #isOurs(event: DragEvent): boolean {
    const { dataTransfer } = event;
    if (!dataTransfer || this.#isOwnDrag || event.defaultPrevented) return false;
    if (hasFiles(dataTransfer)) return true;
    return dataTransfer.types.some((type) => /^text\/(?:uri-list|plain)$/u.test(type)) && !isTextField(event);
  }
}

function hasFiles({ types }: DataTransfer): boolean {
  return types.includes('Files');
}

function isTextField(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

declare global {
  interface HTMLElementTagNameMap {
    'drop-target': DropTarget;
  }
}
