/**
 * The heading of the screen that an element stands in. It takes the focus where what had it goes: a screen keeps its
 * heading, a list goes with its last item.
 */
export function headingOf(element: Element): HTMLElement | null {
  return (element.getRootNode() as ShadowRoot | Document).querySelector('h1');
}
