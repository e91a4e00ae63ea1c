/**
 * The heading of the screen that an element stands in. It takes the focus where what had it goes: a screen keeps its
 * heading, a list goes with its last item.
 */
export function headingOf(element: Element): HTMLElement | null {
  const root = element.getRootNode() as ShadowRoot | Document;
  return root.querySelector('h1') ?? ('host' in root ? headingOf(root.host) : null);
}

/** The heading of the screen that is shown, for what stands in the frame around it. */
export function headingOfScreen(): HTMLElement | null {
  const screen = document.querySelector('app-shell > :not([slot])');
  return screen?.shadowRoot?.querySelector('h1') ?? null;
}
