/**
 * The heading of the screen that an element stands in. It takes the focus where what had it goes: a screen keeps its
 * heading, a list goes with its last item.
 */
export function headingOf(element: Element): HTMLElement | null {
  const root = element.getRootNode() as ShadowRoot | Document;
  return root.querySelector('h1') ?? ('host' in root ? headingOf(root.host) : null);
}
