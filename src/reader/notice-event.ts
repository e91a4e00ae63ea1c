/** Something that a person should hear, but need not act on. Sent from any element of the reader; it bubbles. */
export class ReaderNoticeEvent extends Event {
  static readonly type = 'readernotice';
  /** One sentence. */
  readonly text: string;

  constructor(text: string) {
    super(ReaderNoticeEvent.type, { bubbles: true });
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    [ReaderNoticeEvent.type]: ReaderNoticeEvent;
  }
}
