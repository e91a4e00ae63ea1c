/** The person went somewhere from the sidebar: where it lies over the pages, it makes way. */
export class SidebarJumpEvent extends Event {
  static readonly type = 'sidebarjump';

  constructor() {
    super(SidebarJumpEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    [SidebarJumpEvent.type]: SidebarJumpEvent;
  }
}
