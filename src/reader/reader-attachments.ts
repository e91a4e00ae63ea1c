import { msg, str } from '../language/msg.ts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatBytes } from '../library/format-bytes.ts';
import { panelNote } from './panel-note.ts';
import { saveBytes } from './save-bytes.ts';
import type { ViewerParts } from './viewer-parts.ts';
import './reader-attachments.css';

type Failure = 'missing' | 'locked' | 'damaged';

interface Attachment {
  /** pdf.js' key to its content. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** What is known of its content once it was asked for: size in bytes, or why it can't be had. */
  readonly outcome?: number | Failure;
}

/** Files that lie in the document. Their bytes, and so their sizes, are read when one is saved. */
@customElement('reader-attachments')
export class ReaderAttachments extends LitElement {
  @property({ attribute: false }) parts: ViewerParts | undefined;
  @state() private attachments: readonly Attachment[] | undefined;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('parts') && this.parts) void this.#read(this.parts);
  }

  override render(): unknown {
    if (!this.attachments) return panelNote(msg('Looking for attachments…'));
    if (this.attachments.length === 0) return panelNote(msg('This document has no attachments.'));
    return html`<ul class="reader-attachments" aria-label=${msg('Attachments')}>
      ${this.attachments.map((attachment) => this.#renderAttachment(attachment))}
    </ul>`;
  }

  #renderAttachment(attachment: Attachment): TemplateResult {
    const { name, description, outcome } = attachment;
    return html`<li class="reader-attachment">
      <span class="reader-attachment-name">${name}</span>
      <button
        class="reader-action"
        type="button"
        aria-label=${msg(str`Save ${name}`)}
        @click=${() => void this.#save(attachment)}
      >
        ${msg('Save')}
      </button>
      ${description && description !== name ? html`<p class="reader-attachment-note">${description}</p>` : nothing}
      <p class="reader-attachment-note" role="status">${outcome === undefined ? nothing : outcomeWords(outcome)}</p>
    </li>`;
  }

  async #read({ document }: ViewerParts): Promise<void> {
    this.attachments = undefined;
    const found = await document.getAttachments();
    this.attachments = [...(found ?? [])].map(([id, { filename, description }]) => ({
      id,
      name: filename,
      description,
    }));
  }

  async #save({ id, name }: Attachment): Promise<void> {
    if (!this.parts) return;
    try {
      const content = await this.parts.document.getAttachmentContent(id);
      if (!content) return this.#tell(id, 'missing');
      saveBytes(new Blob([Uint8Array.from(content)]), name);
      this.#tell(id, content.length);
    } catch (cause) {
      this.#tell(id, failureOf(cause));
    }
  }

  #tell(id: string, outcome: number | Failure): void {
    this.attachments = this.attachments?.map((attachment) =>
      attachment.id === id ? { ...attachment, outcome } : attachment,
    );
  }
}

function failureOf(cause: unknown): Failure {
  return cause instanceof Error && cause.name === 'PasswordException' ? 'locked' : 'damaged';
}

function outcomeWords(outcome: number | Failure): string {
  switch (outcome) {
    case 'missing':
      return msg('Its content is missing from the document.');
    case 'locked':
      return msg(
        'It has a password of its own, which Longhaul can’t ask for. Save the document and open it in another program.',
      );
    case 'damaged':
      return msg('It can’t be read: the document is damaged there.');
    default:
      return formatBytes(outcome);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-attachments': ReaderAttachments;
  }
}
