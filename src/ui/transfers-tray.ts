import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { counted, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { readSettings, writeSetting } from '../store/settings.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import type { App } from './app.ts';
import './close-hint.ts';
import { headingOf } from './heading.ts';
import { chevronIcon } from './icons.ts';
import { hasEnded, inListOrder } from './list-order.ts';
import { MediaController } from './media-controller.ts';
import './notification-offer.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { QueryController } from './query-controller.ts';
import { pathTo } from './route.ts';
import { clearIcon } from './search-icons.ts';
import { SessionController } from './session-controller.ts';
import { sharedStyles } from './shared-styles.ts';
import './transfer-list.ts';
import { transfersTrayStyles } from './transfers-tray-styles.ts';
import { TrayRoom } from './tray-room.ts';
import { trayCounts, trayNumbers, trayShare, trayWords } from './tray-words.ts';

/** Rows that are drawn at most: Transfers has all of them. */
const MOST = 20;

/** Where the rows leave the library enough of the window, they are shown unless the person closes them. */
const ROOMY = '(min-width: 64rem) and (min-height: 40rem)';

const CORNER = '(min-width: 64rem)';

/** When those last changed that the person has put away in this window, by id: what has ended or is paused stays in Transfers. */
const putAway = new Map<string, number>();

/** What is on its way, over the lower end of the Library: a line that tells how far all are, and opens to their rows. */
@customElement('transfers-tray')
export class TransfersTray extends LitElement {
  static override readonly styles = [sharedStyles, transfersTrayStyles];

  @property({ attribute: false }) app: App | undefined;
  /** What the person has pressed, before it is stored. */
  @state() private chosen: boolean | undefined;
  @query('.clip') private readonly clip!: HTMLElement | null;
  @query('.panel') private readonly panel!: HTMLElement | null;
  readonly #session = new SessionController(this, () => this.app);
  readonly #settings = new QueryController(this, 'settings', readSettings);
  readonly #isRoomy = new MediaController(this, ROOMY);
  readonly #isInCorner = new MediaController(this, CORNER);
  readonly #room = new TrayRoom();
  #watched: HTMLElement | null = null;
  readonly #sizes = new ResizeObserver(() => this.#place());

  constructor() {
    super();
    this.addController(this.#room);
    passFocusOn(this, () => this.shadowRoot?.querySelector('button') ?? headingOf(this));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#watched = null;
  }

  override render(): TemplateResult | typeof nothing {
    const settings = this.#settings.value;
    const tasks = inListOrder(this.#session.tasks?.filter(isShown) ?? []);
    if (!settings || tasks.length === 0) return nothing;
    const isOpen = this.chosen ?? settings.isTrayOpen ?? this.#isRoomy.matches;
    return html`
      <section aria-labelledby="on-their-way">
        <h2 id="on-their-way" class="visually-hidden">${msg('On their way')}</h2>
        <div class="clip">
          <div class="panel">
            <div id="rows">${isOpen ? this.#renderRows(tasks) : nothing}</div>
            <notification-offer floating .isBrief=${!isOpen}></notification-offer>
          </div>
        </div>
        ${this.#renderBar(tasks, isOpen)}
      </section>
    `;
  }

  protected override updated(): void {
    const { clip, panel } = this;
    if (panel === this.#watched) return this.#place(); // The window may be wide, or narrow, from now on.
    this.#watched = panel;
    this.#sizes.disconnect();
    if (clip && panel) for (const element of [clip, panel]) this.#sizes.observe(element);
    else this.#room.take(0, false);
  }

  #renderRows(tasks: readonly TransferTask[]): TemplateResult {
    const isMore = tasks.length > MOST;
    return html`
      <div class="rows">
        <transfer-list compact .groups=${[{ kind: 'running', tasks: tasks.slice(0, MOST) }]}></transfer-list>
      </div>
      ${isMore ? html`<a class="all" href=${pathTo({ screen: 'transfers' })}>${allWords(tasks.length)}</a>` : nothing}
    `;
  }

  #renderBar(tasks: readonly TransferTask[], isOpen: boolean): TemplateResult {
    const share = isOpen ? undefined : trayShare(tasks); // The rows have lines of their own.
    const isOver = tasks.every((task) => canBePutAway(task));
    return html`
      <div class="bar" ?data-open=${isOpen}>
        <p class="words">${isOpen ? trayCounts(tasks) : trayWords(tasks)}</p>
        <p class="numbers soft">${trayNumbers(tasks)}</p>
        <close-hint .isBrief=${true} .tasks=${tasks}></close-hint>
        <div class="buttons">
          ${isOver ? this.#renderPutAway(tasks) : nothing}
          <button
            class="toggle quiet"
            aria-expanded=${isOpen}
            aria-controls="rows"
            aria-label=${msg('What is on its way')}
            @click=${() => this.#toggle(!isOpen)}
          >
            ${chevronIcon}
          </button>
        </div>
        ${
          share === undefined
            ? nothing
            : html`<div class="line" aria-hidden="true">
                <div class="fill" .style=${`transform: scaleX(${share})`}></div>
              </div>`
        }
      </div>
    `;
  }

  #renderPutAway(tasks: readonly TransferTask[]): TemplateResult {
    return html`<button
      class="put-away quiet"
      aria-label=${msg('Put away')}
      title=${msg('Put away')}
      @click=${() => this.#putAway(tasks)}
    >
      ${clearIcon}
    </button>`;
  }

  #toggle(isOpen: boolean): void {
    this.chosen = isOpen;
    void writeSetting('isTrayOpen', isOpen);
  }

  #putAway(tasks: readonly TransferTask[]): void {
    for (const { id, changedAt } of tasks) putAway.set(id, changedAt);
    this.requestUpdate();
  }

  /** Puts the panel onto the bar, whatever their heights are, before anybody sees them. */
  #place(): void {
    const { clip, panel } = this;
    if (!clip || !panel) return;
    panel.style.maxBlockSize = `${clip.clientHeight}px`; // In a low window the rows scroll, all of them.
    const height = panel.clientHeight; // Without its border, which is not seen when it is empty.
    const isEmpty = height === 0;
    panel.classList.toggle('is-empty', isEmpty);
    this.shadowRoot?.querySelector('.bar')?.classList.toggle('is-joined', !isEmpty);
    panel.style.transform = `translateY(${clip.clientHeight - panel.offsetHeight}px)`;
    this.#room.take(window.innerHeight - clip.clientHeight + height, this.#isInCorner.matches);
  }
}

/** What was put away comes back as soon as it goes on. */
function isShown(task: TransferTask): boolean {
  if (task.state.state === 'completed') return false;
  return !canBePutAway(task) || putAway.get(task.id) !== task.changedAt;
}

function canBePutAway(task: TransferTask): boolean {
  return hasEnded(task) || task.state.state === 'suspended';
}

function allWords(count: number): string {
  return counted(count, { other: () => msg(str`All ${formatNumber(count)} transfers`) });
}

declare global {
  interface HTMLElementTagNameMap {
    'transfers-tray': TransfersTray;
  }
}
