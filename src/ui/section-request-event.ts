/** The person wants to go to a part of Settings. */
export class SectionRequestEvent extends Event {
  /** Of the part's heading, or of the element that holds it. */
  readonly selector: string;

  constructor(selector: string) {
    super('sectionrequest');
    this.selector = selector;
  }
}
