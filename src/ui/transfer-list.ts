import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { headingOf } from './heading.ts';
import { KeepFocus } from './keep-focus.ts';
import { canMoveToTop } from './list-order.ts';
import './pause-question.ts';
import type { PauseQuestion } from './pause-question.ts';
import { sharedStyles } from './shared-styles.ts';
import { SignInRequestEvent } from './sign-in-events.ts';
import type { TransferCommandEvent } from './transfer-command-event.ts';
import './transfer-row.ts';

/** Transfers below one another, each with its buttons at work. */
@customElement('transfer-list')
export class TransferList extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      li {
        border-block-start: 1px solid var(--line);
      }

      li:first-child {
        border-block-start: 0;
      }

      h2 {
        display: flex;
        gap: var(--space-2);
        padding-block-start: var(--space-3);
        color: var(--ink-soft);
        font: 600 var(--text-s) / 1.2 var(--face);
      }

      li:not(:first-child):has(h2) {
        border-block-start-width: 2px;
      }

      ul {
        padding-inline: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
    `,
  ];

  @property({ attribute: false }) tasks: readonly TransferTask[] = [];
  /** What its group is called, where they stand in groups; one group alone needs no name. */
  @property({ attribute: false }) groupOf: ((task: TransferTask) => string) | undefined;
  @query('pause-question') private readonly question!: PauseQuestion;
  protected readonly focusKeeper = new KeepFocus(this);

  override render(): TemplateResult {
    const groups = this.tasks.map((task) => this.groupOf?.(task));
    const areMany = new Set(groups).size > 1;
    return html`
      <ul role="list" aria-label="Transfers" @transfercommand=${this.#obey}>
        ${repeat(
          this.tasks,
          (task) => task.id,
          (task, index) => html`
            <li aria-label=${task.name}>
              ${areMany && groups[index] !== groups[index - 1] ? renderGroup(groups, index) : nothing}
              <transfer-row
                .task=${task}
                .revision=${{}}
                .canMoveToTop=${canMoveToTop(task, this.tasks)}
              ></transfer-row>
            </li>
          `,
        )}
      </ul>
      <pause-question></pause-question>
    `;
  }

  async #obey({ command, task }: TransferCommandEvent): Promise<void> {
    switch (command) {
      case 'pause':
        return (await this.question.allows([task])) ? task.suspend() : undefined;
      case 'move-to-top':
        return task.moveToTop();
      case 'resume':
      case 'retry':
        return task.resume();
      case 'cancel':
        return task.cancel();
      case 'sign-in':
        return void this.dispatchEvent(new SignInRequestEvent(task, headingOf(this)));
      case 'remove':
        headingOf(this)?.focus(); // The button goes with its row.
        return task.remove();
      default:
        return command satisfies never;
    }
  }
}

function renderGroup(groups: readonly (string | undefined)[], index: number): TemplateResult {
  const group = groups[index];
  return html`<h2>${group} <span>${groups.filter((each) => each === group).length}</span></h2>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-list': TransferList;
  }
}
