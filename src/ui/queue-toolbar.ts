import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import type { App } from './app.ts';
import { headingOf } from './heading.ts';
import { hasEnded, isActive } from './list-order.ts';
import './pause-question.ts';
import type { PauseQuestion } from './pause-question.ts';
import { sharedStyles } from './shared-styles.ts';

/** What can be done to all transfers at once, where there is more than one. */
@customElement('queue-toolbar')
export class QueueToolbar extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      button {
        padding-inline: 0.75rem; /* Both stand beside the heading at 360 px. */
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @property({ attribute: false }) tasks: readonly TransferTask[] = [];
  @query('pause-question') private readonly question!: PauseQuestion;
  #focused: Element | null = null;

  protected override willUpdate(): void {
    this.#focused = this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
  }

  /** A button that was pressed goes; what can be done next takes the focus. */
  protected override updated(): void {
    if (!this.#focused || this.#focused.isConnected) return;
    const next = this.renderRoot.querySelector('button') ?? headingOf(this);
    next?.focus();
  }

  override render(): TemplateResult {
    const hasSeveral = this.tasks.filter((task) => !hasEnded(task)).length > 1;
    const canPause = hasSeveral && this.tasks.some(isActive);
    const canResume = hasSeveral && this.tasks.some(({ state }) => state.state === 'suspended');
    const canClear = this.tasks.filter(isDone).length > 1;
    return html`
      <div>
        ${canPause ? html`<button @click=${this.#pauseAll}>${msg('Pause all')}</button>` : nothing}
        ${canResume ? html`<button @click=${this.#resumeAll}>${msg('Resume all')}</button>` : nothing}
        ${canClear ? html`<button class="quiet" @click=${this.#clearDone}>${msg('Clear done')}</button>` : nothing}
      </div>
      <pause-question></pause-question>
    `;
  }

  /** A double click on one is no press of the other, which comes in its place. */
  async #pauseAll({ detail: clicks }: MouseEvent): Promise<void> {
    if (clicks > 1) return;
    if (await this.question.allows(this.tasks)) await this.app?.session?.suspendAll();
  }

  async #resumeAll({ detail: clicks }: MouseEvent): Promise<void> {
    if (clicks < 2) await this.app?.session?.resumeAll();
  }

  /** Only from the list: the documents stay in the library. */
  async #clearDone(): Promise<void> {
    await this.app?.session?.removeTasks(this.tasks.filter(isDone));
  }
}

function isDone({ state }: TransferTask): boolean {
  return state.state === 'completed';
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-toolbar': QueueToolbar;
  }
}
