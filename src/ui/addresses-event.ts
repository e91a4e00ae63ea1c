/** Addresses, one a line, came from somewhere else than the form. Goes to whoever starts downloads. */
export class AddressesEvent extends Event {
  static readonly type = 'addresses';
  readonly text: string;

  constructor(text: string) {
    super(AddressesEvent.type, { bubbles: true, composed: true });
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    [AddressesEvent.type]: AddressesEvent;
  }
}
