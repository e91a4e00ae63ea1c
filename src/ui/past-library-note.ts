import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { dateOf } from './document-words.ts';
import { headingOf } from './heading.ts';
import { noticeStyles } from './notice-styles.ts';
import { type PastLibrary, forgetPastLibrary, readPastLibrary } from './past-library.ts';
import { sharedStyles } from './shared-styles.ts';

/** Says that the browser has cleared a whole library, which nothing but a number is left of. */
@customElement('past-library-note')
export class PastLibraryNote extends LitElement {
  static override readonly styles = [
    sharedStyles,
    noticeStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private past: PastLibrary | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.past) return nothing;
    const { count, at } = this.past;
    return html`
      <section class="notice" aria-labelledby="past">
        <h2 id="past">${msg('The browser has cleared your library')}</h2>
        <p>
          ${pastWords(count, dateOf(at))}
          ${msg(
            'The browser has taken everything to make room, also the list of what it was: add the addresses again, or take in a library file that you saved. In Settings you can ask the browser to keep what comes from now on.',
          )}
        </p>
        <div class="buttons"><button @click=${this.#forget}>${msg('All right')}</button></div>
      </section>
    `;
  }

  async #look(): Promise<void> {
    this.past = await readPastLibrary();
  }

  async #forget(): Promise<void> {
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) headingOf(root.host)?.focus();
    await forgetPastLibrary();
    this.past = undefined;
  }
}

function pastWords(documents: number, date: string): string {
  return counted(documents, {
    one: () => msg(str`On ${date} there was 1 document here.`),
    other: () => msg(str`On ${date} there were ${formatNumber(documents)} documents here.`),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'past-library-note': PastLibraryNote;
  }
}
