/** Functions that run in a page: each stands alone. */

/** What can be read in an element, its shadow trees included. */
export function shownText(element: Element): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || /^(?:style|script|template)$/u.test(node.localName)) return '';
    const { display, visibility } = getComputedStyle(node);
    if (display === 'none' || visibility !== 'visible') return '';
    const children = node instanceof HTMLSlotElement ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    const text = [...children].map(read).join('');
    return display.startsWith('inline') ? text : ` ${text} `;
  };
  return read(element).replaceAll(/\s+/gu, ' ').trim();
}

/**
 * All elements that match, in the order of the page, through all shadow trees.
 *
 * @param which `text`: only those with just this text; `hidden`: those that can't be seen, too.
 */
export function findAll(
  selector: string,
  which: { readonly text?: string; readonly hidden?: boolean } = {},
): Element[] {
  const found: Element[] = [];
  const look = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      const isSeen = which.hidden === true || element.checkVisibility({ visibilityProperty: true });
      const isMeant = which.text === undefined || element.textContent === which.text;
      if (isSeen && isMeant && element.matches(selector)) found.push(element);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  return found;
}
