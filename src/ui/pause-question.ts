import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { formatBytes } from '../library/format-bytes.ts';
import { lostByPausing } from '../transfer/pause-cost.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { dialogStyles } from './dialog-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** Asks before a pause throws away what can't be continued. */
@customElement('pause-question')
export class PauseQuestion extends LitElement {
  static override readonly styles = [sharedStyles, dialogStyles];

  @state() private asked: readonly TransferTask[] = [];
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /** @returns whether these may be paused. Nothing is asked where nothing would be lost. */
  async allows(tasks: readonly TransferTask[]): Promise<boolean> {
    if (tasks.every((task) => lossOf(task) === 0)) return true;
    this.asked = tasks;
    await this.updateComplete;
    this.dialog.returnValue = '';
    this.dialog.showModal();
    await new Promise((resolve) => this.dialog.addEventListener('close', resolve, { once: true }));
    return this.dialog.returnValue === 'pause';
  }

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="question" aria-describedby="cost">
        ${this.asked.length === 0 ? nothing : this.#renderQuestion(this.asked)}
      </dialog>
    `;
  }

  #renderQuestion(tasks: readonly TransferTask[]): TemplateResult {
    const [first, ...others] = tasks;
    return html`
      <form method="dialog">
        <h2 id="question">${first && others.length === 0 ? msg(str`Pause ${first.name}?`) : msg('Pause all?')}</h2>
        <p id="cost">${first && others.length === 0 ? costOfOne(first) : costOfAll(tasks)}</p>
        <div class="buttons">
          <button value="keep">${msg('Keep downloading')}</button>
          <button class="primary" value="pause">${msg('Pause anyway')}</button>
        </div>
      </form>
    `;
  }
}

function costOfOne(task: TransferTask): string {
  const { host } = new URL(task.url);
  const lost = formatBytes(lossOf(task));
  return msg(str`${host} can’t continue a download half-way: Pause throws away the ${lost} that are here.`);
}

function costOfAll(tasks: readonly TransferTask[]): string {
  const losses = tasks.map(lossOf).filter((loss) => loss > 0);
  const lost = formatBytes(losses.reduce((sum, loss) => sum + loss, 0));
  return counted(losses.length, {
    one: () => msg(str`1 download can’t be continued half-way: Pause throws away the ${lost} that are here.`),
    other: () =>
      msg(
        str`${formatNumber(losses.length)} downloads can’t be continued half-way: Pause throws away the ${lost} that are here.`,
      ),
  });
}

function lossOf({ row, progress }: TransferTask): number {
  return lostByPausing(row, progress.bytesReceived);
}

declare global {
  interface HTMLElementTagNameMap {
    'pause-question': PauseQuestion;
  }
}
