/** While the hand tool is chosen, dragging with the mouse moves the pages. Fingers do so anyway. */
export function listenForHand(container: HTMLElement, signal: AbortSignal): void {
  let from: { readonly x: number; readonly y: number } | undefined;
  const grasp = (event: PointerEvent): void => {
    if (container.dataset['tool'] !== 'hand' || event.pointerType !== 'mouse' || event.button !== 0) return;
    if (!(event.target instanceof Element) || event.target.closest('a, button, input, select, textarea')) return;
    event.preventDefault(); // No selection begins.
    container.focus({ preventScroll: true });
    container.setPointerCapture(event.pointerId);
    from = { x: event.clientX, y: event.clientY };
  };
  const drag = (event: PointerEvent): void => {
    if (!from) return;
    container.scrollBy({ left: from.x - event.clientX, top: from.y - event.clientY, behavior: 'instant' });
    from = { x: event.clientX, y: event.clientY };
  };
  const letGo = (): void => void (from = undefined);
  container.addEventListener('pointerdown', grasp, { signal });
  container.addEventListener('pointermove', drag, { signal });
  container.addEventListener('lostpointercapture', letGo, { signal });
}
