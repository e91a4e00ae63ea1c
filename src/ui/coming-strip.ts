import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import { formatBytes } from '../library/format-bytes.ts';
import type { TaskProgress } from '../transfer/transfer-task.ts';
import type { App } from './app.ts';
import { pathTo } from './route.ts';
import { SessionController } from './session-controller.ts';
import { sharedStyles } from './shared-styles.ts';
import { percent, percentWords, stateWords } from './words.ts';

/** How far the download of a document is that is being read already. Nothing once it has ended. */
@customElement('coming-strip')
export class ComingStrip extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      .strip {
        position: relative;
        display: flex;
        justify-content: space-between;
        gap: var(--space-2);
        padding: var(--space-1) var(--space-3);
        border-block-end: 1px solid var(--line);
        background: var(--surface);
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
      }

      .words {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .bar {
        position: absolute;
        inset: auto 0 -1px;
        block-size: 2px;
      }

      .fill {
        block-size: 100%;
        background: var(--accent);
        transform-origin: left;
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  @property({ attribute: false }) taskId = '';
  readonly #session = new SessionController(this, () => this.app);

  override render(): TemplateResult | typeof nothing {
    const task = this.#session.tasks?.find(({ id }) => id === this.taskId);
    if (!task || task.state.state === 'completed') return nothing;
    const { bytesReceived, bytesExpected = Infinity } = task.progress;
    return html`
      <div class="strip">
        <span class="words">${[stateWords(task), ...share(task.progress)].join(' · ')}</span>
        <a href=${pathTo({ screen: 'transfers' })}>${msg('Transfers')}</a>
        <div
          class="bar"
          role="progressbar"
          aria-label=${msg(str`Progress of ${task.name}`)}
          aria-valuemin="0"
          aria-valuemax="100"
          aria-valuenow=${percent(bytesReceived, bytesExpected)}
        >
          <div class="fill" .style=${`transform: scaleX(${bytesReceived / bytesExpected})`}></div>
        </div>
      </div>
    `;
  }
}

function share({ bytesReceived, bytesExpected }: TaskProgress): readonly string[] {
  if (bytesExpected === undefined) return [];
  return [msg(str`${percentWords(bytesReceived, bytesExpected)} of ${formatBytes(bytesExpected)}`)];
}

declare global {
  interface HTMLElementTagNameMap {
    'coming-strip': ComingStrip;
  }
}
