import { msg, str } from '../../language/msg.ts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ReaderCommandEvent, type ReaderCommand } from '../commands.ts';
import { iconButton } from '../icon-button.ts';
import { icons } from '../icons.ts';
import { markIcons } from './mark-icons.ts';
import { markSettings } from './mark-settings.ts';
import { markTools, type ReaderMarkTool } from './mark-tools.ts';
import type { MarksSnapshot } from './marks-snapshot.ts';
import './reader-marks.css';

const toolNames: Readonly<Record<ReaderMarkTool, () => string>> = {
  highlight: () => msg('Highlight'),
  text: () => msg('Text'),
  note: () => msg('Note'),
  draw: () => msg('Draw'),
  image: () => msg('Image'),
  signature: () => msg('Signature'),
};

/** What each tool waits for. */
const toolHints: Readonly<Record<ReaderMarkTool, () => string>> = {
  highlight: () => msg('Select text to highlight it.'),
  text: () => msg('Press where the text should stand.'),
  note: () => msg('Press where the note should stand.'),
  draw: () => msg('Draw on the page.'),
  image: () => msg('Choose an image to put on this page.'),
  signature: () => msg('Sign on this page.'),
};

/** What puts one into the page that is shown, for who can't or needn't press on it. */
const insertLabels: Readonly<Partial<Record<ReaderMarkTool, () => string>>> = {
  note: () => msg('Add note…'),
  image: () => msg('Add image…'),
  signature: () => msg('Add signature…'),
};

/**
 * The tools for marking, in a row below the toolbar while it is open.
 *
 * @fires {ReaderCommandEvent} readercommand - the person asked for something
 */
@customElement('reader-marks')
export class ReaderMarks extends LitElement {
  @property({ attribute: false }) marks: MarksSnapshot | undefined;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): unknown {
    const { marks } = this;
    if (!marks) return nothing;
    const trouble =
      marks.trouble === '' ? nothing : html`<p class="reader-marks-note" role="alert">${marks.trouble}</p>`;
    if (!marks.isBarOpen) return trouble;
    return html`<div
        class="reader-marks"
        role="toolbar"
        aria-label=${msg('Mark', { id: 'reader-mark', desc: 'Button: opens the tools to highlight, write and draw' })}
      >
        ${marks.canAnnotate ? this.#tools(marks) : html`<p class="reader-marks-hint" role="status">${marks.refusal}</p>`}
        ${this.#button(msg('Close mark tools'), icons.close, { command: 'toggle-mark-bar' }, false)}
        ${marks.tool === undefined ? nothing : this.#settings(marks, marks.tool)}
      </div>
      ${trouble}`;
  }

  #tools({ tool, canUndo, canRedo }: MarksSnapshot): TemplateResult {
    return html`<div class="reader-marks-tools">
      ${markTools.map((each) => this.#tool(each, each === tool))}
      <span class="reader-marks-gap"></span>
      ${this.#button(msg('Undo'), markIcons.undo, { command: 'undo-mark' }, !canUndo)}
      ${this.#button(msg('Redo'), markIcons.redo, { command: 'redo-mark' }, !canRedo)}
    </div>`;
  }

  #tool(tool: ReaderMarkTool, isPressed: boolean): TemplateResult {
    return html`<button
      class="reader-button reader-mark-tool"
      type="button"
      aria-label=${toolNames[tool]()}
      title=${toolNames[tool]()}
      aria-pressed=${isPressed}
      @click=${() => this.#ask({ command: 'toggle-mark-tool', tool })}
    >
      ${markIcons[tool]}<span class="reader-mark-name" aria-hidden="true">${toolNames[tool]()}</span>
    </button>`;
  }

  #settings({ settings }: MarksSnapshot, tool: ReaderMarkTool): TemplateResult {
    return html`<div class="reader-marks-settings" role="group" aria-label=${msg(str`${toolNames[tool]()} settings`)}>
      <p class="reader-marks-hint" role="status">${toolHints[tool]()}</p>
      ${markSettings(tool, settings, (name, value) => this.#ask({ command: 'set-mark', name, value }))}
      ${this.#insert(tool)}
    </div>`;
  }

  #insert(tool: ReaderMarkTool): unknown {
    const label = insertLabels[tool];
    if (label === undefined) return nothing;
    return html`<button class="reader-action" type="button" @click=${() => this.#ask({ command: 'insert-mark' })}>
      ${label()}
    </button>`;
  }

  #button(name: string, icon: TemplateResult, command: ReaderCommand, disabled: boolean): TemplateResult {
    return iconButton(name, icon, disabled, () => this.#ask(command));
  }

  #ask(command: ReaderCommand): void {
    this.dispatchEvent(new ReaderCommandEvent(command));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-marks': ReaderMarks;
  }
}
