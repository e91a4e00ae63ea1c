import { tasksOfRun } from '../store/tasks.ts';
import type { TransferEngine } from './engine.ts';
import type { Acceptance } from './finish.ts';
import { harvestRun } from './harvest-run.ts';
import { isSegmented } from './plan.ts';
import { type RegistrationName, parseRegistrationId } from './registration-id.ts';
import { dissolve } from './stop-tasks.ts';

/**
 * Chromium pauses what it fetches in the background for 30 s whenever the app's address changes (156; "What the browser
 * does", `src/README.md`), but not what is started after. So a large file is taken up again behind it: that costs the
 * two segments under way, about ten seconds of the line. All runs begin anew, because the browser takes them in the
 * order in which they were started.
 */
export async function shakeOffPause(engine: TransferEngine, acceptance: Acceptance): Promise<void> {
  const runs = await engine.runs();
  const own = runs.flatMap((run) => {
    const name = parseRegistrationId(run.registrationId);
    return name ? [{ ...run, name }] : [];
  });
  const [head] = own.toSorted((a, b) => a.name.plannedAt - b.name.plannedAt);
  if (!head || head.received === 0 || !(await isWorthIt(head.registrationId, head.name))) return;
  await harvestRun(head.registrationId, engine, acceptance);
  await dissolve(
    own.map(({ registrationId }) => registrationId),
    [engine],
  );
}

/** What comes by one request would start over. */
async function isWorthIt(registrationId: string, { tasks }: RegistrationName): Promise<boolean> {
  const riders = await tasksOfRun(registrationId);
  return tasks === 1 && riders.every(({ remote }) => isSegmented(remote));
}
