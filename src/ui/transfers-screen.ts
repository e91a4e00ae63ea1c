import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import type { App } from './app.ts';
import './close-hint.ts';
import './loading-shapes.ts';
import './notification-offer.ts';
import './queue-toolbar.ts';
import './sample-shelf.ts';
import './transfer-list.ts';
import { type TransferGroup, inGroups } from './transfer-groups.ts';
import { SessionController } from './session-controller.ts';
import { overallProgress } from './overall-progress.ts';
import { sharedStyles } from './shared-styles.ts';
import { progressWords } from './words.ts';

/** Every transfer there is: the queue in its order, then what has ended. */
@customElement('transfers-screen')
export class TransfersScreen extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2) var(--space-3);
        min-block-size: 2.5rem;
      }

      .speed {
        margin-block-start: calc(-1 * var(--space-2));
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  readonly #session = new SessionController(this, () => this.app);

  override render(): TemplateResult {
    const { tasks } = this.#session;
    const groups = inGroups(tasks ?? [], Date.now());
    return html`
      <div class="head">
        <h1 tabindex="-1">${msg('Transfers')}</h1>
        <queue-toolbar .app=${this.app} .tasks=${tasks ?? []}></queue-toolbar>
      </div>
      ${this.#renderSpeed(groups)}
      ${tasks ? this.#renderTasks(tasks, groups) : html`<loading-shapes .isBelowHeading=${true}></loading-shapes>`}
    `;
  }

  /** One transfer says all of it itself. */
  #renderSpeed(groups: readonly TransferGroup[]): TemplateResult | typeof nothing {
    const [running, waiting] = (['running', 'waiting'] as const).map(
      (kind) => groups.find((group) => group.kind === kind)?.tasks,
    );
    const all = overallProgress([...(running ?? []), ...(waiting ?? [])]);
    if (!all || all.running < 2) return nothing;
    const words = [
      running && msg(str`${formatNumber(running.length)} running`),
      waiting && msg(str`${formatNumber(waiting.length)} waiting`),
    ].filter(Boolean);
    return html`<p class="soft small speed">${[...words, progressWords(all)].join(' · ')}</p>`;
  }

  #renderTasks(tasks: readonly TransferTask[], groups: readonly TransferGroup[]): TemplateResult {
    if (tasks.length === 0) {
      return html`
        <p class="soft">${msg('Nothing is on its way. Paste the address of a PDF above.')}</p>
        <sample-shelf .app=${this.app}></sample-shelf>
      `;
    }
    return html`
      <notification-offer></notification-offer>
      <close-hint .tasks=${tasks}></close-hint>
      <transfer-list .groups=${groups} .ordered=${'waiting'}></transfer-list>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transfers-screen': TransfersScreen;
  }
}
