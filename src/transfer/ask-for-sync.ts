import type { TaskState } from '../store/task-state.ts';

const TAG = 'longhaul-carry-on';

/**
 * Asks the browser to wake the worker when there is a line, also without a window: a `sync` event outlives the page. A
 * browser without Background Sync, or a person who turned it off, has only windows.
 */
export async function askForSync(registration: ServiceWorkerRegistration | undefined): Promise<void> {
  await registration?.sync?.register(TAG).catch((error: unknown) => {
    if (!(error instanceof DOMException)) throw error;
  });
}

/**
 * Whether a task would stand still with its page gone. One that runs may: the browser doesn't have it until its page has
 * handed it over.
 */
export function needsPage(state: TaskState): boolean {
  if (state.state === 'running') return true;
  return state.state === 'waiting' && (state.reason === 'connectivity' || state.reason === 'retry');
}
