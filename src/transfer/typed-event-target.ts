/** An `EventTarget` that knows which events it dispatches; `Events` maps their names to their classes. */
export interface TypedEventTarget<Events> extends EventTarget {
  addEventListener<K extends keyof Events & string>(
    type: K,
    listener: (event: Events[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Base class for the above; the platform's own class at run time. */
export const TypedEventTarget = EventTarget as new <Events>() => TypedEventTarget<Events>;
