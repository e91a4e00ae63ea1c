/** The person wants documents to go; the app takes them out and offers to undo it. */
export class RemoveDocumentsEvent extends Event {
  static readonly type = 'removedocuments';
  readonly ids: readonly string[];
  /** Of the first of them. */
  readonly title: string;

  constructor(ids: readonly string[], title: string) {
    super(RemoveDocumentsEvent.type, { bubbles: true, composed: true });
    this.ids = ids;
    this.title = title;
  }
}

declare global {
  interface HTMLElementEventMap {
    [RemoveDocumentsEvent.type]: RemoveDocumentsEvent;
  }
}
