import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatNumber } from '../language/formats.ts';
import { msg } from '../language/msg.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { headingOf } from './heading.ts';
import { KeepFocus } from './keep-focus.ts';
import { canMoveToTop, isActive } from './list-order.ts';
import './move-menu.ts';
import type { MoveMenu } from './move-menu.ts';
import './pause-question.ts';
import type { PauseQuestion } from './pause-question.ts';
import { Reordering } from './reordering.ts';
import { sharedStyles } from './shared-styles.ts';
import { SignInRequestEvent } from './sign-in-events.ts';
import type { TransferCommand, TransferCommandEvent } from './transfer-command-event.ts';
import { transferListStyles } from './transfer-list-styles.ts';
import type { TransferDetails } from './transfer-details.ts';
import { type GroupKind, type TransferGroup, groupName } from './transfer-groups.ts';
import './transfer-row.ts';
import type { TransferRow } from './transfer-row.ts';
import { WindowRows } from './window-rows.ts';

/** Px that a row takes as long as none was measured. */
const ESTIMATE = 121;

/** So many are drawn as they are: finding in the page and screen readers then have the whole list. */
const FEW = 50;

/** Transfers below one another, each with its buttons at work. Of many, only those in the window are drawn. */
@customElement('transfer-list')
export class TransferList extends LitElement {
  static override readonly styles = [sharedStyles, transferListStyles];

  @property({ attribute: false }) groups: readonly TransferGroup[] = [];
  /** Without a frame, and its rows without what the details tell, too. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** The group whose transfers a person can put in order. */
  @property({ attribute: false }) ordered: GroupKind | undefined;
  @query('ul') private readonly list!: HTMLUListElement;
  @query('pause-question') private readonly question!: PauseQuestion;
  @query('transfer-details') private readonly details!: TransferDetails;
  @query('move-menu') private readonly menu!: MoveMenu;
  protected readonly focusKeeper = new KeepFocus(this, (options) => this.#passFocusOn(options));
  readonly #window = new WindowRows(this);
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #reordering = new Reordering(this, {
    list: () => this.list,
    tasks: () => this.groups.find(({ kind }) => kind === this.ordered)?.tasks ?? [],
  });
  #tasks: readonly TransferTask[] = [];
  /** Name and size of the group that begins with a task, by its id. */
  #headings: ReadonlyMap<string, TransferGroup> = new Map();
  #keyOf = (row: number): string => this.#tasks[row]?.id ?? '';
  #margin = 0;
  #estimate = ESTIMATE;
  /** Px; the width for which the estimate was measured. */
  #estimatedFor = 0;
  /** The row that has the focus, and where it stood; a row that is drawn away takes the focus with it. */
  #focus: { readonly id: string; readonly index: number; readonly command: TransferCommand | undefined } | undefined;
  #isDrawing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(document.body); // What stands above moves this list.
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#isDrawing = true;
    if (changed.has('groups')) this.#take(this.groups);
    const kept = this.#reordering.dragged?.id ?? this.#focus?.id ?? (this.hasUpdated ? this.details.shown : undefined);
    const keptRow = kept === undefined ? -1 : this.#tasks.findIndex(({ id }) => id === kept);
    this.#window.set({
      count: this.#tasks.length,
      estimate: this.#estimate,
      margin: this.#margin,
      kept: keptRow === -1 ? undefined : keptRow,
      few: FEW,
      keyOf: this.#keyOf,
    });
  }

  override render(): TemplateResult {
    const { dragged } = this.#reordering;
    return html`
      <ul
        role="list"
        aria-label=${msg('Transfers')}
        .style=${`block-size: ${this.#window.height + 2}px`}
        @transfercommand=${this.#obey}
        @pointerdown=${this.#press}
        @keydown=${this.#pressKey}
        @focusin=${this.#noteFocus}
        @focusout=${this.#loseFocus}
      >
        ${repeat(
          this.#window.items,
          ({ index }) => this.#tasks[index]?.id,
          ({ index, start }) => this.#renderItem(index, start - this.#margin),
        )}
      </ul>
      ${dragged ? html`<div class="drop-line" role="separator" aria-label=${msg('It goes here')} .style=${`transform: translateY(${dragged.line}px)`}></div>` : nothing}
      <pause-question></pause-question>
      <transfer-details .revision=${{}}></transfer-details>
      <move-menu @transfercommand=${this.#obey}></move-menu>
    `;
  }

  protected override firstUpdated(): void {
    this.list.addEventListener('click', this.#reordering.click, { capture: true });
  }

  protected override updated(): void {
    this.#isDrawing = false;
    this.#measure();
    void this.#learn();
  }

  /** Fonts and widths differ: the first row tells how high those are that were not drawn yet. */
  async #learn(): Promise<void> {
    const row = this.list.querySelector('transfer-row');
    if (!row || this.clientWidth === this.#estimatedFor) return;
    this.#estimatedFor = this.clientWidth;
    await row.updateComplete;
    if (row.offsetHeight === 0) return;
    this.#estimate = row.offsetHeight + 1; // Its line above.
    this.#window.measureAgain();
    this.requestUpdate();
    await this.updateComplete; // What is drawn is measured as what it is, once all others are guessed anew.
    for (const item of this.list.querySelectorAll<HTMLElement>('li')) this.#window.measure(item);
  }

  #renderItem(index: number, start: number): TemplateResult | typeof nothing {
    const task = this.#tasks[index];
    if (!task) return nothing;
    const heading = this.#headings.get(task.id);
    return html`
      <li
        class=${this.#reordering.dragged?.id === task.id ? 'is-dragged' : ''}
        aria-label=${task.name}
        aria-setsize=${this.#tasks.length}
        aria-posinset=${index + 1}
        data-id=${task.id}
        data-index=${index}
        .style=${`transform: translateY(${start}px)`}
        ${ref(this.#window.observe)}
      >
        ${heading ? html`<h2>${groupName(heading.kind)} <span>${formatNumber(heading.tasks.length)}</span></h2>` : nothing}
        <transfer-row
          class="body"
          ?compact=${this.compact}
          .task=${task}
          .revision=${isActive(task) ? {} : task.row}
          .canMoveToTop=${canMoveToTop(task, this.#tasks)}
          .canReorder=${this.#reordering.includes(task)}
        ></transfer-row>
      </li>
    `;
  }

  /** What was measured goes by task, as long as all stand where they stood. */
  #take(groups: readonly TransferGroup[]): void {
    const tasks = groups.flatMap((group) => group.tasks);
    const areSame = tasks.length === this.#tasks.length && tasks.every(({ id }, row) => id === this.#tasks[row]?.id);
    this.#tasks = tasks;
    if (!areSame) this.#keyOf = (row) => tasks[row]?.id ?? '';
    this.#headings = new Map(
      groups.length < 2 ? [] : groups.flatMap((group) => (group.tasks[0] ? [[group.tasks[0].id, group]] : [])),
    );
  }

  #measure(): void {
    if (!this.checkVisibility()) return;
    const margin = Math.round(this.getBoundingClientRect().top + window.scrollY) + 1; // Its line above.
    if (margin === this.#margin) return;
    this.#margin = margin;
    this.requestUpdate();
  }

  async #obey({ command, task }: TransferCommandEvent): Promise<void> {
    switch (command) {
      case 'pause':
        return (await this.question.allows([task])) ? task.suspend() : undefined;
      case 'arrange':
        return this.#openMenu(task);
      case 'move-to-top':
        return task.moveToTop();
      case 'move-up':
      case 'move-down':
      case 'move-to-end':
        return this.#reordering.step(task.id, command);
      case 'resume':
      case 'retry':
        return task.resume();
      case 'cancel':
        return task.cancel();
      case 'sign-in':
        return void this.dispatchEvent(new SignInRequestEvent(task, headingOf(this)));
      case 'details':
        return this.#showDetails(task);
      case 'remove':
        if (this.#tasks.length === 1) headingOf(this)?.focus(); // The list goes with its last row.
        return task.remove();
      default:
        return command satisfies never;
    }
  }

  /** Its row may be drawn elsewhere meanwhile, or be gone. */
  async #showDetails(task: TransferTask): Promise<void> {
    await import('./transfer-details.ts'); // Few ask for them: not on the first screen's bill.
    await this.details.open(task);
    if (document.activeElement !== document.body) return;
    const row = this.#rowOf(task.id);
    if (row) row.focus({ command: 'details' });
    else headingOf(this)?.focus();
  }

  async #openMenu(task: TransferTask): Promise<void> {
    const { tasks } = this.#reordering;
    const grip = this.#rowOf(task.id)?.shadowRoot?.querySelector<HTMLElement>('.grip');
    if (grip) await this.menu.open({ task, place: tasks.indexOf(task), count: tasks.length }, grip);
  }

  #press(event: PointerEvent): void {
    const id = idAt(event);
    if (id !== undefined) this.#reordering.press(event, id);
  }

  #pressKey(event: KeyboardEvent): void {
    const id = idAt(event);
    if (id !== undefined) this.#reordering.pressKey(event, id);
  }

  #noteFocus(event: FocusEvent): void {
    const id = idAt(event);
    if (id === undefined) return;
    const index = this.#tasks.findIndex((task) => task.id === id);
    this.#focus = { id, index, command: this.#rowOf(id)?.focusedCommand };
  }

  #loseFocus(): void {
    if (!this.#isDrawing) this.#focus = undefined;
  }

  /** The row that stands where the one stood that had the focus and is gone gets it, on the same button. */
  #passFocusOn(options: FocusOptions): boolean {
    const gone = this.#focus;
    const task = gone && (this.#tasks[gone.index] ?? this.#tasks.at(-1));
    const row = task && this.#rowOf(task.id);
    row?.focus({ ...options, command: gone?.command });
    return row?.focusedCommand !== undefined;
  }

  #rowOf(id: string): TransferRow | null {
    return this.list.querySelector(`[data-id="${CSS.escape(id)}"] transfer-row`);
  }
}

function idAt({ target }: Event): string | undefined {
  const item = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : undefined;
  return item?.dataset['id'];
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-list': TransferList;
  }
}
