/** How often it is looked whether the time is over. */
const LOOKS = 20;

/**
 * Calls back after about so many ms in which the page was awake. When a computer has slept, or the browser has frozen the
 * page, timers come late, and before anything that is waited for could go on.
 *
 * @returns ends the waiting.
 */
export function afterTimeAwake(ms: number, over: () => void): () => void {
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    if (looks < LOOKS) return;
    clearInterval(timer);
    over();
  }, ms / LOOKS);
  return () => clearInterval(timer);
}
