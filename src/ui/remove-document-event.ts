import type { DocumentRow } from '../store/schema.ts';

/** The person wants a document out of the library. */
export class RemoveDocumentEvent extends Event {
  static readonly type = 'removedocument';
  readonly document: DocumentRow;

  constructor(document: DocumentRow) {
    super(RemoveDocumentEvent.type, { bubbles: true, composed: true });
    this.document = document;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    removedocument: RemoveDocumentEvent;
  }
}
