/** Something happened that only eyes could tell otherwise: it is to be read aloud, politely. */
export class AnnounceEvent extends Event {
  static readonly type = 'announce';
  /** A whole sentence. */
  readonly words: string;

  constructor(words: string) {
    super(AnnounceEvent.type, { bubbles: true, composed: true });
    this.words = words;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    announce: AnnounceEvent;
  }
}
