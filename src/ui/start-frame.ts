/** What stands in the place of the frame goes on with its shapes, if they were seen. */
let wereSeen = false;

/** Removes the frame that `index.html` has, when the app has drawn its own. */
export function takeStartFrameAway(): void {
  const frame = document.querySelector('.start-frame');
  const shapes = frame?.querySelector(frame.matches('.is-reader') ? '.start-sheet' : '.start-screen');
  if (!frame || !shapes) return;
  wereSeen = Number(getComputedStyle(shapes).opacity) > 0;
  frame.remove();
  setTimeout(() => (wereSeen = false));
}

/** Whether the frame with its shapes was in sight until now: those that take their place don't wait then. */
export function shapesWereSeen(): boolean {
  return wereSeen;
}
