import type { LitElement } from 'lit';

/**
 * Passes the focus on where the control that has it goes, or is switched off, with what a press on it has done. If the
 * focus has gone elsewhere meanwhile, it stays there.
 *
 * @param next what gets the focus, asked once all is drawn; nothing, where somebody else sees to it.
 */
export function passFocusOn(host: LitElement, next: (gone: Element) => HTMLElement | null | undefined): void {
  let focused: Element | null = null;
  host.addController({
    hostUpdate: () => {
      focused = host.shadowRoot?.activeElement ?? null;
    },
    hostUpdated: () => {
      const isOff = focused?.matches(':disabled') === true;
      const isGone = focused?.isConnected === false && document.activeElement === document.body;
      if (focused && (isOff || isGone)) next(focused)?.focus({ preventScroll: true });
    },
  });
}
