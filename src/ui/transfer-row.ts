import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import type { TaskState } from '../store/task-state.ts';
import { canBeRead } from '../library/coming-document.ts';
import { formatBytes } from '../library/format-bytes.ts';
import { challengeOf } from '../transfer/challenge.ts';
import type { TaskProgress, TransferTask } from '../transfer/transfer-task.ts';
import { detailsIcon, gripIcon, topIcon } from './icons.ts';
import { pathTo } from './route.ts';
import { sharedStyles } from './shared-styles.ts';
import { TransferCommandEvent, type TransferCommand } from './transfer-command-event.ts';
import { transferRowStyles } from './transfer-row-styles.ts';
import { progressWords, stateWords } from './words.ts';

/** Which buttons a task has in which state. */
const COMMANDS: Readonly<Record<TaskState['state'], readonly (keyof typeof LABELS)[]>> = {
  suspended: ['resume', 'cancel'],
  waiting: ['pause', 'cancel'],
  running: ['pause', 'cancel'],
  completed: ['remove'],
  failed: ['retry', 'remove'],
};

function commandsFor(state: TaskState): readonly (keyof typeof LABELS)[] {
  if (challengeOf(state)) return ['cancel'];
  if (state.state === 'waiting' && state.reason === 'room') return ['retry', 'cancel'];
  return COMMANDS[state.state];
}

interface Label {
  /** What stands on the button. */
  readonly text: () => string;
  /** What it is called among those of other transfers. */
  readonly name: (title: string) => string;
}

const LABELS = {
  pause: { text: () => msg('Pause'), name: (title) => msg(str`Pause ${title}`) },
  'move-to-top': { text: () => msg('Move to top'), name: (title) => msg(str`Move to top ${title}`) },
  resume: { text: () => msg('Resume'), name: (title) => msg(str`Resume ${title}`) },
  cancel: { text: () => msg('Cancel'), name: (title) => msg(str`Cancel ${title}`) },
  retry: { text: () => msg('Retry'), name: (title) => msg(str`Retry ${title}`) },
  remove: { text: () => msg('Remove'), name: (title) => msg(str`Remove ${title}`) },
  details: { text: () => msg('Details'), name: (title) => msg(str`Details of ${title}`) },
} as const satisfies Partial<Record<TransferCommand, Label>>;

/**
 * One transfer: title, progress, state in words, buttons. Draws a task; commands nothing itself.
 *
 * @fires {TransferCommandEvent} transfercommand - the person pressed a button
 */
@customElement('transfer-row')
export class TransferRow extends LitElement {
  static override readonly styles = [sharedStyles, transferRowStyles];

  @property({ attribute: false }) task: TransferTask | undefined;
  /** Changes whenever the task did; a task is one object for its whole life. */
  @property({ attribute: false }) revision: unknown;
  @property({ attribute: false }) canMoveToTop = false;
  /** It waits among others: its handle drags it, and has a menu of where it can go. */
  @property({ attribute: false }) canReorder = false;

  override render(): TemplateResult | typeof nothing {
    const { task } = this;
    if (!task) return nothing;
    return html`
      <div class="row">
        <div class="head">
          ${this.canReorder ? this.#renderGrip(task) : nothing}
          <div class="text">
            <p class="title">${this.#renderTitle(task)}</p>
            <p class="host soft small">${new URL(task.url).host}</p>
          </div>
        </div>
        <div class="buttons">
          ${this.#renderSignIn(task)} ${this.#renderRead(task)} ${this.#renderOpenPage(task)}
          ${this.canMoveToTop ? this.#renderButton(task, 'move-to-top', topIcon) : nothing}
          ${commandsFor(task.state).map((command) => this.#renderButton(task, command))}
          ${this.#renderButton(task, 'details', detailsIcon)}
        </div>
        ${this.#renderBar(task)} ${this.#renderState(task)}
      </div>
    `;
  }

  /** Puts the focus on a button: that of a command, where there is one. */
  override focus(options?: FocusOptions & { readonly command?: TransferCommand | undefined }): void {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('button')];
    const wanted = buttons.find(({ dataset }) => dataset['command'] === options?.command);
    (wanted ?? buttons.find(({ classList }) => !classList.contains('icon')))?.focus(options);
  }

  /** The command whose button has the focus. */
  get focusedCommand(): TransferCommand | undefined {
    const focused = this.shadowRoot?.activeElement;
    return focused instanceof HTMLElement ? (focused.dataset['command'] as TransferCommand | undefined) : undefined;
  }

  #renderGrip(task: TransferTask): TemplateResult {
    return html`<button
      class="grip quiet icon"
      data-command="arrange"
      aria-label=${msg(str`Move ${task.name}`)}
      aria-haspopup="menu"
      title=${msg('Drag to move, or press for more')}
      @click=${() => this.dispatchEvent(new TransferCommandEvent('arrange', task))}
    >
      ${gripIcon}
    </button>`;
  }

  #renderTitle({ name, state }: TransferTask): TemplateResult | string {
    if (state.state !== 'completed') return name;
    return html`<a href=${pathTo({ screen: 'reader', documentId: state.fileId })}>${name}</a>`;
  }

  #renderRead({ id, name, row }: TransferTask): TemplateResult | typeof nothing {
    if (!canBeRead(row)) return nothing;
    return html`<a
      class="button"
      href=${pathTo({ screen: 'reader', documentId: id })}
      aria-label=${msg(str`Read ${name} now`)}
      >${msg('Read')}</a
    >`;
  }

  #renderSignIn(task: TransferTask): TemplateResult | typeof nothing {
    const challenge = challengeOf(task.state);
    if (!challenge) return nothing;
    const signIn = (): boolean => this.dispatchEvent(new TransferCommandEvent('sign-in', task));
    return html`<button class="primary" @click=${signIn}>
      ${msg(str`Sign in to ${new URL(challenge.origin).host}`)}
    </button>`;
  }

  /** What is no PDF may have a link to one. */
  #renderOpenPage({ name, state, url }: TransferTask): TemplateResult | typeof nothing {
    if (state.state !== 'failed' || state.code !== 'web-page') return nothing;
    return html`<a class="button" href=${url} target="_blank" rel="noopener" aria-label=${msg(str`Open page ${name}`)}
      >${msg('Open page')}</a
    >`;
  }

  #renderButton(task: TransferTask, command: keyof typeof LABELS, icon?: TemplateResult): TemplateResult {
    const { text, name }: Label = LABELS[command];
    return html`<button
      data-command=${command}
      aria-label=${name(task.name)}
      title=${icon ? text() : nothing}
      class=${icon ? 'icon' : nothing}
      @click=${({ detail }: MouseEvent) => this.#command(command, task, detail)}
    >
      ${icon ?? text()}
    </button>`;
  }

  /** @param clicks in a row at one place: a double click on Pause is no press of the Resume that comes after it. */
  #command(command: TransferCommand, task: TransferTask, clicks: number): void {
    if (clicks < 2) this.dispatchEvent(new TransferCommandEvent(command, task));
  }

  #renderBar({ name, state, progress }: TransferTask): TemplateResult | typeof nothing {
    if (state.state === 'failed') return nothing;
    const { bytesReceived, bytesExpected } = progress;
    const isKnown = bytesExpected !== undefined || state.state !== 'running';
    const share = state.state === 'completed' ? 1 : bytesReceived / (bytesExpected || Infinity);
    return html`
      <div
        class="bar"
        role="progressbar"
        aria-label=${msg(str`Progress of ${name}`)}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${isKnown ? Math.floor(share * 100) : nothing}
        data-state=${state.state}
      >
        <div class="fill" .style=${isKnown ? `transform: scaleX(${share})` : ''}></div>
      </div>
    `;
  }

  #renderState(task: TransferTask): TemplateResult {
    const { state, progress } = task;
    const numbers = progress.bytesReceived > 0 ? numbersFor(state.state, progress) : '';
    const code = state.state === 'failed' ? state.code : nothing;
    const words = `${stateWords(task)}${numbers}`; // As one text: one beside another would be moved by it.
    return html`<p class="state soft" data-state=${state.state} data-code=${code}>${words}</p>`;
  }
}

function numbersFor(state: TaskState['state'], progress: TaskProgress): string {
  if (state === 'failed') return '';
  return state === 'completed' ? ` · ${formatBytes(progress.bytesReceived)}` : ` · ${progressWords(progress)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-row': TransferRow;
  }
}
