import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { DocumentRow } from '../store/schema.ts';
import type { App } from './app.ts';
import { extentWords } from './document-words.ts';
import { headingOf } from './heading.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { pathTo } from './route.ts';
import { sharedStyles } from './shared-styles.ts';

/** One sample of the server, as `samples/index.json` lists them. */
interface Sample {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly size: number;
  readonly pages: number;
}

/** PDFs to try, where the server has some. One press downloads. */
@customElement('sample-shelf')
export class SampleShelf extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
        gap: var(--space-3);
      }

      h2 {
        margin-block-end: var(--space-2);
      }

      .card {
        display: grid;
        grid-template-rows: auto 1fr auto;
        justify-items: start;
        align-items: start;
        gap: var(--space-1);
        block-size: 100%;
        inline-size: 100%;
        padding: var(--space-3);
        border-color: var(--line);
        border-radius: var(--radius-l);
        box-shadow: var(--shadow);
        text-align: start;
      }

      .card:hover {
        border-color: var(--accent);
        background: var(--surface);
      }

      .title {
        font: 600 var(--text-l) / 1.25 var(--face-display);
      }

      a {
        color: var(--ink);
      }

      .facts {
        color: var(--accent);
        font-size: var(--text-s);
        font-weight: 600;
      }

      .description {
        color: var(--ink-soft);
        font-weight: 400;
        line-height: 1.45;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  /** Documents of the library. */
  @property({ attribute: false }) documents: readonly DocumentRow[] = [];
  @property({ attribute: false }) private samples: readonly Sample[] = [];

  /** Addresses of samples that were in the library when this was first drawn. One that comes while it is shown stays. */
  #leftOut: ReadonlySet<string> | undefined;

  constructor() {
    super();
    passFocusOn(this, (gone) => this.#cardOf(gone) ?? headingOf(this));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override willUpdate(): void {
    if (this.samples.length > 0) this.#leftOut ??= new Set(this.documents.flatMap(({ source }) => source ?? []));
  }

  override render(): TemplateResult | typeof nothing {
    if (this.samples.length === 0) return nothing;
    const samples = this.samples.filter(({ url }) => this.#leftOut?.has(addressOf(url)) !== true);
    if (samples.length === 0) return nothing;
    return html`
      <h2>${msg('Sample shelf')}</h2>
      <ul role="list" aria-label=${msg('Samples')}>
        ${samples.map((sample) => html`<li>${this.#renderSample(sample)}</li>`)}
      </ul>
    `;
  }

  #renderSample({ url, title, description, size, pages }: Sample): TemplateResult {
    const row = this.documents.find(({ source }) => source === addressOf(url));
    const words = html`
      <span class="title">${title}</span>
      <span class="description">${description}</span>
      <span class="facts">${row ? msg('In your library') : extentWords({ pages, size })}</span>
    `;
    return row
      ? html`<a class="button card" data-url=${url} href=${pathTo({ screen: 'reader', documentId: row.id })}
          >${words}</a
        >`
      : html`<button class="card" data-url=${url} @click=${() => void this.app?.add(addressOf(url))}>${words}</button>`;
  }

  /** What stands now where this card was: of a sample that has come, a link. */
  #cardOf(gone: Element): HTMLElement | undefined {
    const cards = [...(this.shadowRoot?.querySelectorAll<HTMLElement>('.card') ?? [])];
    const wanted = gone instanceof HTMLElement ? gone.dataset['url'] : undefined;
    return cards.find(({ dataset }) => dataset['url'] === wanted) ?? cards[0];
  }

  /** Most servers have no samples, and offline there is nothing to try: then the shelf isn't there. */
  async #load(): Promise<void> {
    try {
      const response = await fetch(`${import.meta.env.BASE_URL}samples/index.json`);
      const isList = response.ok && response.headers.get('Content-Type')?.includes('json') === true;
      if (isList) this.samples = (await response.json()) as readonly Sample[];
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

function addressOf(url: string): string {
  return new URL(url, location.href).href;
}

declare global {
  interface HTMLElementTagNameMap {
    'sample-shelf': SampleShelf;
  }
}
