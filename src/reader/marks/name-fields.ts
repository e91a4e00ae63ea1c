/**
 * Gives the fields of a form their names. pdf.js puts what the document calls a field on the box around it, where
 * screen readers don't look.
 *
 * @param layer the annotations of one page, as pdf.js drew them.
 */
export function nameFields(layer: Element): void {
  for (const box of layer.querySelectorAll('section[title]')) {
    for (const field of box.querySelectorAll('input, textarea, select')) field.ariaLabel ??= box.getAttribute('title');
  }
}
