import type { RunningRun } from './engine.ts';
import { parseRegistrationId } from './registration-id.ts';

/**
 * A run that brought no new byte for so long has stalled, in ms. Chromium itself pauses a run for 30 s whenever a tab
 * navigates, and finds a server that came back some 10 s after.
 */
const LONGEST_STANDSTILL = 60_000;

/**
 * A run that has every byte it was to bring ends at once. After a crash Chromium sometimes has lost one of its requests,
 * counts its bytes as there, and waits for it for ever. So long is waited, in ms.
 */
const LONGEST_ENDING = 10_000;

/** Between two looks more than this passed: the page or the machine slept, ms. */
const LONGEST_GAP = 20_000;

/** Finds the run that stands still while all others wait behind it: browsers run registrations one after another. */
export class Watchdog {
  #head = '';
  /** Most bytes of each run, by its registration's id. */
  #most: ReadonlyMap<string, number> = new Map();
  #since = 0;
  #lastLook = -Infinity;

  /**
   * @param runs all that have not ended.
   * @param at ms on a clock that only goes forward.
   * @returns the id of a run that has stalled.
   */
  look(runs: readonly RunningRun[], at: number): string | undefined {
    const head = headOf(runs);
    const hasSlept = at - this.#lastLook > LONGEST_GAP;
    this.#lastLook = at;
    if (!head || hasSlept || head.registrationId !== this.#head || this.#hasMoved(runs)) {
      this.#head = head?.registrationId ?? '';
      this.#most = new Map(runs.map((run) => [run.registrationId, this.#mostOf(run)]));
      this.#since = at;
      return undefined;
    }
    const patience = head.hasAllBytes === true ? LONGEST_ENDING : LONGEST_STANDSTILL;
    return at - this.#since > patience ? head.registrationId : undefined;
  }

  /** Any of them: which comes first is known by the device's clock, and that may have been set back in between. */
  #hasMoved(runs: readonly RunningRun[]): boolean {
    return runs.some(({ registrationId, received }) => received > (this.#most.get(registrationId) ?? 0));
  }

  #mostOf({ registrationId, received }: RunningRun): number {
    return Math.max(received, this.#most.get(registrationId) ?? 0);
  }
}

/** The one that the browser is at: one that has begun, else the oldest. */
function headOf(runs: readonly RunningRun[]): RunningRun | undefined {
  const own = runs.flatMap((run) => {
    const name = parseRegistrationId(run.registrationId);
    return name ? [{ run, plannedAt: name.plannedAt }] : [];
  });
  const inOrder = own.toSorted((a, b) => a.plannedAt - b.plannedAt).map(({ run }) => run);
  return inOrder.find(({ received }) => received > 0) ?? inOrder[0];
}
