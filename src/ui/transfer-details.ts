import { LitElement, type TemplateResult, html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { ByteRange } from '../store/byte-range.ts';
import { onChange } from '../store/changes.ts';
import { listRanges } from '../store/files.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { dialogStyles } from './dialog-styles.ts';
import { type FilePart, partsOf } from './file-parts.ts';
import { sharedStyles } from './shared-styles.ts';
import { factsOf, partsWords, reportOf } from './transfer-facts.ts';
import { transferDetailsStyles } from './transfer-details-styles.ts';

const LEGEND = { here: () => msg('Here'), coming: () => msg('Coming'), missing: () => msg('Missing') } as const;

/** All that is known of a transfer, and which of its bytes are there. Follows it while it is open. */
@customElement('transfer-details')
export class TransferDetails extends LitElement {
  static override readonly styles = [sharedStyles, dialogStyles, transferDetailsStyles];

  /** Changes whenever a transfer did. */
  @property({ attribute: false }) revision: unknown;
  @state() private task: TransferTask | undefined;
  @state() private stored: readonly ByteRange[] = [];
  @state() private isCopied = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  #lifetime = new AbortController();

  /** The id of the transfer that is shown; `undefined` while it is closed. */
  get shown(): string | undefined {
    return this.task?.id;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
  }

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="heading" closedby="any" @close=${this.#forget}>
        ${this.task ? this.#renderTask(this.task) : nothing}
      </dialog>
    `;
  }

  /** @returns once it was closed. */
  async open(task: TransferTask): Promise<void> {
    this.task = task;
    this.stored = await listRanges(fileOf(task));
    this.#lifetime = new AbortController();
    onChange((change, ids) => {
      if (change === 'tasks' && (!ids || ids.includes(task.id))) void this.#look(task);
    }, this.#lifetime.signal);
    await this.updateComplete;
    this.dialog.showModal();
    await new Promise((resolve) => this.dialog.addEventListener('close', resolve, { once: true }));
  }

  async #look(task: TransferTask): Promise<void> {
    const stored = await listRanges(fileOf(task));
    if (this.task === task) this.stored = stored;
  }

  #forget(): void {
    this.#lifetime.abort();
    this.task = undefined;
    this.stored = [];
    this.isCopied = false;
  }

  get #parts(): readonly FilePart[] {
    const length = this.task?.row.remote?.length;
    if (!this.task || length === undefined) return [];
    return partsOf({ length, stored: this.stored, received: this.task.progress.bytesReceived });
  }

  #renderTask(task: TransferTask): TemplateResult {
    const parts = this.#parts;
    return html`
      <h2 id="heading" tabindex="-1" autofocus>${task.name}</h2>
      ${parts.length > 0 ? this.#renderParts(task, parts) : nothing}
      <p class="soft words">${partsWords(task, parts)}</p>
      <dl>
        ${factsOf(task).map(
          ([name, fact]) =>
            html`<dt>${name}</dt>
              <dd>${fact}</dd>`,
        )}
      </dl>
      <div class="buttons">
        <span class="soft copied" role="status">${this.isCopied ? msg('Copied.') : nothing}</span>
        <button @click=${() => this.#copy(task)}>${msg('Copy details')}</button>
        <button class="primary" @click=${() => this.dialog.close()}>${msg('Close')}</button>
      </div>
    `;
  }

  #renderParts(task: TransferTask, parts: readonly FilePart[]): TemplateResult {
    const length = (parts.at(-1)?.lastByte ?? 0) + 1;
    const kinds = new Set(parts.map(({ kind }) => kind));
    return html`
      <svg
        class="parts"
        role="img"
        aria-label=${partsWords(task, parts)}
        viewBox="0 0 1000 10"
        preserveAspectRatio="none"
      >
        ${parts.map(({ kind, firstByte, lastByte }) => {
          const width = ((lastByte - firstByte + 1) * 1000) / length;
          return svg`<rect class=${kind} x=${(firstByte * 1000) / length} y="0" width=${width} height="10"></rect>`;
        })}
      </svg>
      <p class="legend small soft" aria-hidden="true">
        ${(['here', 'coming', 'missing'] as const)
          .filter((kind) => kinds.has(kind))
          .map((kind) => html`<span class=${kind}>${LEGEND[kind]()}</span>`)}
      </p>
    `;
  }

  async #copy(task: TransferTask): Promise<void> {
    await navigator.clipboard.writeText(reportOf(task, this.#parts));
    this.isCopied = true;
  }
}

/** A completed transfer may have brought its bytes to a document that was there before. */
function fileOf(task: TransferTask): string {
  return task.state.state === 'completed' ? task.state.fileId : task.id;
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-details': TransferDetails;
  }
}
