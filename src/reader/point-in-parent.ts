/** pdf.js' viewer counts from its container's offset parent, not from the window. */
export function pointInParent(container: HTMLElement, clientX: number, clientY: number): [x: number, y: number] {
  const { left, top } = container.getBoundingClientRect();
  return [clientX - left + container.offsetLeft, clientY - top + container.offsetTop];
}
