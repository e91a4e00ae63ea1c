import { formatNumber } from '../language/formats.ts';
import { msg } from '../language/msg.ts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { readSettings, writeSetting } from '../store/settings.ts';
import { iconButton } from './icon-button.ts';
import { icons } from './icons.ts';
import { ReadAloud, type ReadAloudState } from './read-aloud.ts';
import { ReaderCommandEvent } from './commands.ts';
import type { ViewerParts } from './viewer-parts.ts';
import type { VoiceFailure } from './voice.ts';
import './reader-speech.css';

const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;

const FAILURES: Readonly<Record<VoiceFailure, () => string>> = {
  'no-voice': () =>
    msg('This browser has no voice to read with. Install one in the system’s settings, then try again.'),
  'not-allowed': () =>
    msg('The browser does not let this page speak. Press a button of the page first, then try again.'),
  failed: () => msg('The voice stopped with an error. Close this bar and start again.'),
};

/**
 * Reads aloud as long as it is connected, and shows its controls.
 *
 * @fires {ReaderCommandEvent} readercommand - `toggle-speech`: the person ends it
 */
@customElement('reader-speech')
export class ReaderSpeech extends LitElement {
  @property({ attribute: false }) parts: ViewerParts | undefined;
  @state() private progress: ReadAloudState | undefined;
  @state() private rate = 1;
  @query('.reader-speech-toggle .reader-button') private readonly toggle!: HTMLButtonElement | null;
  #reading: ReadAloud | undefined;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.stop();
  }

  protected override firstUpdated(): void {
    void this.#begin();
  }

  async #begin(): Promise<void> {
    this.rate = (await readSettings()).speechRate;
    if (!this.parts || !this.isConnected) return;
    this.#reading = new ReadAloud({
      parts: this.parts,
      rate: this.rate,
      onState: (progress) => (this.progress = progress),
    });
  }

  /** The menu line that began it is gone: the focus comes here. */
  protected override updated(changed: PropertyValues): void {
    if (changed.has('progress') && changed.get('progress') === undefined) this.toggle?.focus();
  }

  override render(): unknown {
    return html`<section class="reader-speech" aria-label=${msg('Read aloud')}>
      ${this.#renderControls()}
      <p class="reader-speech-note" role="status">${this.#words()}</p>
      ${iconButton(msg('Stop reading aloud'), icons.close, false, () =>
        this.dispatchEvent(new ReaderCommandEvent({ command: 'toggle-speech' })),
      )}
    </section>`;
  }

  #renderControls(): TemplateResult | typeof nothing {
    const { progress } = this;
    if (progress?.state !== 'speaking' && progress?.state !== 'paused') return nothing;
    const isPaused = progress.state === 'paused';
    const [name, sign] = isPaused
      ? ([msg('Go on reading'), icons.play] as const)
      : ([msg('Pause reading'), icons.pause] as const);
    return html`<div class="reader-group">
        ${iconButton(msg('Previous sentence'), icons.previousSentence, false, () => this.#reading?.skip(-1))}
        <span class="reader-speech-toggle">
          ${iconButton(name, sign, false, () => (isPaused ? this.#reading?.goOn() : this.#reading?.pause()))}
        </span>
        ${iconButton(msg('Next sentence'), icons.nextSentence, false, () => this.#reading?.skip(1))}
      </div>
      ${this.#renderRate()}`;
  }

  #renderRate(): TemplateResult {
    return html`<select
      class="reader-field"
      aria-label=${msg('Speed')}
      title=${msg('Speed')}
      @change=${this.#chooseRate}
    >
      ${RATES.map((rate) => html`<option value=${rate} .selected=${rate === this.rate}>${formatNumber(rate)} ×</option>`)}
    </select>`;
  }

  #chooseRate(event: Event): void {
    this.rate = Number((event.currentTarget as HTMLSelectElement).value);
    this.#reading?.setRate(this.rate);
    void writeSetting('speechRate', this.rate);
  }

  #words(): string | typeof nothing {
    if (this.progress?.state === 'failed') return FAILURES[this.progress.reason]();
    if (this.progress?.state !== 'ended') return nothing;
    return this.progress.hasSpoken
      ? msg('That was the end of the document.')
      : msg('From here on, this document has no text to read.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-speech': ReaderSpeech;
  }
}
