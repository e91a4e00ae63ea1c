import type { LitElement } from 'lit';
import type { TransferTask } from '../transfer/transfer-task.ts';
import { AnnounceEvent } from './announce-event.ts';
import { inQueueOrder } from './list-order.ts';
import { type QueueMove, placeAfter, placeWords } from './queue-moves.ts';
import { ReorderDrag } from './reorder-drag.ts';

interface ReorderingOptions {
  /** See `ReorderDrag`. */
  readonly list: () => HTMLElement;
  /** The transfers that a person can put in order, in any. */
  readonly tasks: () => readonly TransferTask[];
}

/** Puts those that wait into another order: by dragging, by keys, or by a menu. */
export class Reordering {
  readonly #host: LitElement;
  readonly #options: ReorderingOptions;
  readonly #drag: ReorderDrag;
  #moving: Promise<void> = Promise.resolve();

  constructor(host: LitElement, options: ReorderingOptions) {
    this.#host = host;
    this.#options = options;
    this.#drag = new ReorderDrag(host, {
      list: options.list,
      ids: () => this.tasks.map(({ id }) => id),
      drop: (id, place) => void this.#moveTo(id, () => place),
    });
  }

  /** What is dragged just now, and to where. */
  get dragged(): ReorderDrag['dragged'] {
    return this.#drag.dragged;
  }

  /** As the queue is now. */
  get tasks(): readonly TransferTask[] {
    return inQueueOrder(this.#options.tasks());
  }

  includes(task: TransferTask): boolean {
    const tasks = this.#options.tasks();
    return tasks.length > 1 && tasks.includes(task);
  }

  step(id: string, move: QueueMove): Promise<void> {
    return this.#moveTo(id, (place, count) => placeAfter(move, place, count));
  }

  /** For `pointerdown` in the item of that id. */
  press(event: PointerEvent, id: string): void {
    const [target] = event.composedPath();
    if (target instanceof Element && target.closest('.grip')) this.#drag.press(event, id);
  }

  /** For `keydown` in the item of that id. */
  pressKey(event: KeyboardEvent, id: string): void {
    const move = moveFor(event);
    const task = this.#options.tasks().find((each) => each.id === id);
    if (!move || !task || !this.includes(task)) return;
    event.preventDefault();
    void this.step(id, move);
  }

  /** For `click`, on its way down to what was pressed. */
  readonly click = (event: Event): void => this.#drag.click(event);

  /** One move after another: each begins where the one before has led. */
  #moveTo(id: string, placeFrom: (place: number, count: number) => number): Promise<void> {
    const move = async (): Promise<void> => {
      const { tasks } = this;
      const from = tasks.findIndex((task) => task.id === id);
      const task = tasks[from];
      if (!task) return; // It has begun meanwhile.
      const to = placeFrom(from, tasks.length);
      this.#host.dispatchEvent(new AnnounceEvent(placeWords(task.name, from, to, tasks.length)));
      if (to !== from) await task.moveBefore(tasks.toSpliced(from, 1)[to]);
    };
    this.#moving = this.#moving.then(move, move);
    return this.#moving;
  }
}

function moveFor({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): QueueMove | undefined {
  if (!altKey || ctrlKey || metaKey || shiftKey) return undefined;
  if (key === 'ArrowUp') return 'move-up';
  return key === 'ArrowDown' ? 'move-down' : undefined;
}
