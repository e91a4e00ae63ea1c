import type { Page } from 'playwright/test';
import type { TaskRow } from '../../src/store/schema.ts';
import type { TaskState } from '../../src/store/task-state.ts';

/** In 2096: what waits for it goes on waiting while a test looks. */
const FAR_AHEAD = 4_000_000_000_000;

/** Noon of a day on which nothing else happens. */
const START = Date.UTC(2026, 2, 2, 12);

const STATES = {
  done: (id) => ({ state: 'completed', fileId: id }),
  failed: () => ({ state: 'failed', code: 'bad-status', message: 'Expected a 2xx response, got 404', status: 404 }),
  paused: () => ({ state: 'suspended', by: 'app' }),
  waiting: () => ({ state: 'waiting', reason: 'date', until: FAR_AHEAD }),
} as const satisfies Record<string, (id: string) => TaskState>;

export type SeededState = keyof typeof STATES;

/** A transfer of the app's session that nothing moves by itself; `number` gives its place, and `paused-3.pdf` its name. */
export function makeTask(state: SeededState, number: number, facts: Partial<TaskRow> = {}): TaskRow {
  const id = `${state}-${number}`;
  const hasEnded = state === 'done' || state === 'failed';
  return {
    id,
    sessionId: 'app',
    kind: 'download',
    request: { url: `https://papers.example.org/${id}.pdf`, method: 'GET', headers: [] },
    state: STATES[state](id),
    attempt: 1,
    failures: 0,
    freshStarts: 0,
    name: `${id}.pdf`,
    priority: 'normal',
    position: START + number,
    conditions: state === 'waiting' ? { earliestBeginDate: FAR_AHEAD } : {},
    bytesStored: 0,
    createdAt: START + number,
    changedAt: START + number,
    ...(hasEnded ? { endedAt: START + number } : {}),
    ...facts,
  };
}

/** So many of a kind, one after the other. */
export function makeTasks(state: SeededState, count: number): TaskRow[] {
  return Array.from({ length: count }, (_, number) => makeTask(state, number));
}

/** Writes rows past the app's own code. The app must have run in this page, and is to be loaded anew afterwards. */
export async function seedTransfers(page: Page, tasks: readonly TaskRow[]): Promise<void> {
  await page.evaluate(async (rows) => {
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const tx = opening.result.transaction('tasks', 'readwrite');
    for (const row of rows) tx.objectStore('tasks').put(row);
    await new Promise((resolve) => tx.addEventListener('complete', resolve));
    opening.result.close();
  }, tasks);
}

/** Opens Transfers with these in it. */
export async function openTransfers(page: Page, tasks: readonly TaskRow[]): Promise<void> {
  await page.goto('/transfers');
  await page.getByText('Nothing is on its way').waitFor();
  await seedTransfers(page, tasks);
  await page.reload();
  await page.getByRole('list', { name: 'Transfers' }).waitFor();
}
