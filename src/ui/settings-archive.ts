import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import { formatBytes } from '../library/format-bytes.ts';
import type { ArchiveProgress } from '../library/archive-progress.ts';
import type { App } from './app.ts';
import type { ArchiveState } from './archive-work.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { progressStyles } from './progress-styles.ts';
import { settingsStyles } from './settings-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** The whole library as one file, out and in. */
@customElement('settings-archive')
export class SettingsArchive extends LitElement {
  static override readonly styles = [
    sharedStyles,
    settingsStyles,
    progressStyles,
    css`
      section {
        justify-items: start;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .running {
        display: grid;
        gap: var(--space-1);
        inline-size: 100%;
      }

      .running p,
      li {
        overflow-wrap: anywhere;
      }

      ul {
        max-block-size: 16rem;
        overflow: auto;
      }

      li {
        font-size: var(--text-m);
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @query('input') private readonly input!: HTMLInputElement;
  @query('.running button') private readonly cancelButton!: HTMLElement | null;
  @query('h2') private readonly heading!: HTMLElement;
  readonly #redraw = (): void => this.requestUpdate();

  constructor() {
    super();
    passFocusOn(this, () => this.cancelButton ?? this.heading);
  }

  override firstUpdated(): void {
    this.app?.archive.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.app?.archive.removeEventListener('change', this.#redraw);
  }

  override render(): TemplateResult {
    const state = this.app?.archive.state ?? { state: 'idle' };
    const isRunning = state.state === 'running';
    return html`
      <section aria-labelledby="archive">
        <h2 id="archive" tabindex="-1">${msg('Take your library along')}</h2>
        <p class="soft">
          ${msg(
            'One file with all documents, their marks, collections and places. Another Longhaul takes it in; so does this one, without doubling anything. A zip file of PDFs can be taken in, too.',
          )}
        </p>
        <div class="buttons">
          <button ?disabled=${isRunning} @click=${() => this.app?.archive.save()}>
            ${msg('Save my library as a file')}
          </button>
          <button ?disabled=${isRunning} @click=${() => this.input.click()}>${msg('Take a library file in')}</button>
          <input type="file" accept=".zip,application/zip" hidden @change=${this.#take} />
        </div>
        ${state.state === 'running' ? this.#renderRunning(state) : nothing}
        <div role="status">${state.state === 'ended' ? this.#renderEnd(state) : nothing}</div>
      </section>
    `;
  }

  #renderRunning({ kind, progress }: ArchiveState & { state: 'running' }): TemplateResult {
    const title = kind === 'export' ? msg('Saving the library') : msg('Taking the file in');
    return html`
      <div class="running">
        <progress max=${progress?.total || 1} .value=${progress?.done ?? 0} aria-label=${title}></progress>
        <p class="soft small">${progress ? progressWords(progress) : msg('Looking through it…')}</p>
        <p class="soft small">${msg('Keep this tab open.')}</p>
        <p><button @click=${() => this.app?.archive.cancel()}>${msg('Cancel')}</button></p>
      </div>
    `;
  }

  #renderEnd({ say }: ArchiveState & { state: 'ended' }): TemplateResult {
    const { words, names } = say();
    return html`
      <p>${words}</p>
      ${
        names.length === 0
          ? nothing
          : html`<ul role="list" aria-label=${msg('What could not be read')} tabindex="0">
              ${names.map((name) => html`<li>${name}</li>`)}
            </ul>`
      }
    `;
  }

  #take(): void {
    const [file] = this.input.files ?? [];
    this.input.value = ''; // So that the same file can be chosen again.
    if (file) void this.app?.archive.take(file);
  }
}

function progressWords({ done, total, name }: ArchiveProgress): string {
  return msg(str`${formatBytes(done)} of ${formatBytes(total)} · ${name}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-archive': SettingsArchive;
  }
}
