import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';

/** Milliseconds: long enough to read a sentence. */
const shownFor = 5000;

/** Says a sentence at the foot of the pages, and reads it out when nothing else is being read; then it goes. */
@customElement('reader-notice')
export class ReaderNotice extends LitElement {
  @state() private text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.text = text;
    this.#timer = setTimeout(() => (this.text = ''), shownFor);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): unknown {
    return html`<p class="reader-toast" role="status">${this.text}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-notice': ReaderNotice;
  }
}
