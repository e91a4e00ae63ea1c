import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Px that a pointer moves before a press is a drag. */
const SLACK = 4;

/** Px from the window's edge within which it scrolls, and the most that it does so in a frame. */
const EDGE = 72;
const STEP = 24;

interface ReorderOptions {
  /** Its items have `data-id`, and what is drawn of each lies in a `.body`. */
  readonly list: () => HTMLElement;
  /** The ids of the items that can be moved among each other, in their order. */
  readonly ids: () => readonly string[];
  /** @param place among the others, from 0. */
  readonly drop: (id: string, place: number) => void;
}

/** Where a dragged item would go. */
interface Dragged {
  readonly id: string;
  /** Among the others, from 0. */
  readonly place: number;
  /** Px from the top of the list to where it would stand. */
  readonly line: number;
}

/** Drags an item of a list to another place of it, by mouse, pen or finger. Escape leaves all as it was. */
export class ReorderDrag implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ReorderOptions;
  #dragged: Dragged | undefined;
  #lifetime = new AbortController();
  /** The press that ended a drag is no click. */
  #isOver = false;
  #pointerY = 0;

  constructor(host: ReactiveControllerHost, options: ReorderOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** `undefined` while nothing is dragged. */
  get dragged(): Dragged | undefined {
    return this.#dragged;
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** For `pointerdown` on what an item is dragged by. */
  press(event: PointerEvent, id: string): void {
    this.#end();
    this.#isOver = false;
    const [grip] = event.composedPath();
    if (event.button !== 0 || !(grip instanceof Element)) return;
    const { pointerId, clientY: start } = event;
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const move = ({ clientY, pointerId: mover }: PointerEvent): void => {
      if (mover !== pointerId || (!this.#dragged && Math.abs(clientY - start) < SLACK)) return;
      if (!this.#dragged) grip.setPointerCapture(pointerId);
      this.#follow(id, clientY);
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', (up) => void (up.pointerId === pointerId && this.#drop()), { signal });
    window.addEventListener('pointercancel', () => this.#end(), { signal });
    window.addEventListener('keydown', (key) => this.#cancel(key), { signal, capture: true });
  }

  /** For `click` on the way down to what was pressed. */
  readonly click = (event: Event): void => {
    if (this.#isOver) event.stopPropagation();
    this.#isOver = false;
  };

  #cancel(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#dragged) return;
    event.preventDefault();
    event.stopPropagation();
    this.#isOver = true;
    this.#end();
  }

  #drop(): void {
    const dragged = this.#dragged;
    this.#isOver = dragged !== undefined;
    this.#end();
    if (dragged) this.#options.drop(dragged.id, dragged.place);
  }

  #end(): void {
    this.#lifetime.abort();
    this.#dragged = undefined;
    this.#host.requestUpdate();
  }

  #follow(id: string, clientY: number): void {
    const isFirst = !this.#dragged;
    this.#pointerY = clientY;
    this.#look(id);
    if (isFirst && this.#dragged) requestAnimationFrame(() => this.#scroll(id));
  }

  /** As long as it is dragged: at an edge of the window, more of the list comes. */
  #scroll(id: string): void {
    if (this.#dragged?.id !== id) return;
    const beyond = Math.max(0, this.#pointerY - (innerHeight - EDGE)) - Math.max(0, EDGE - this.#pointerY);
    if (beyond !== 0) {
      scrollBy(0, Math.sign(beyond) * Math.min(STEP, Math.ceil(Math.abs(beyond) / 3)));
      this.#look(id);
    }
    requestAnimationFrame(() => this.#scroll(id));
  }

  #look(id: string): void {
    const ids = this.#options.ids();
    if (!ids.includes(id)) return this.#end(); // It has begun, or was paused elsewhere.
    const others = ids.filter((other) => other !== id);
    const list = this.#options.list();
    const { top } = list.getBoundingClientRect();
    const bodies = Array.from(list.querySelectorAll<HTMLElement>('[data-id]'), (item) => ({
      place: others.indexOf(item.dataset['id'] ?? ''),
      rect: (item.querySelector('.body') ?? item).getBoundingClientRect(),
    })).filter(({ place }) => place !== -1);
    const next = bodies.find(({ rect }) => (rect.top + rect.bottom) / 2 > this.#pointerY);
    const last = bodies.at(-1);
    if (!last) return;
    this.#dragged = next
      ? { id, place: next.place, line: next.rect.top - top }
      : { id, place: last.place + 1, line: last.rect.bottom - top };
    this.#host.requestUpdate();
  }
}
