/** Ms between two looks at whether it is over. */
const LOOK = 1000;

/**
 * Calls back after about so many ms in which the page was awake. When a computer has slept, or the browser has frozen the
 * page, timers come late and all at once, before anything that is waited for could go on.
 *
 * @returns ends the waiting.
 */
export function afterTimeAwake(ms: number, over: () => void): () => void {
  let left = ms;
  const timer = setInterval(() => {
    left -= LOOK;
    if (left > 0) return;
    clearInterval(timer);
    over();
  }, LOOK);
  return () => clearInterval(timer);
}
