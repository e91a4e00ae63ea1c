import { rememberLineSpeed } from '../store/line-speed.ts';
import type { TaskRow } from '../store/schema.ts';
import type { TransferEngine } from './engine.ts';
import type { Acceptance } from './finish.ts';
import { parseRegistrationId } from './registration-id.ts';
import { revive } from './revive.ts';
import { RunWatch } from './run-watch.ts';
import { Watchdog } from './watchdog.ts';
import type { TransferTask } from './transfer-task.ts';

/** How often the watchdog looks, in ms. */
const WATCH_INTERVAL = 5_000;

interface SessionRunsOptions {
  readonly engines: readonly TransferEngine[];
  readonly acceptance: Acceptance;
  readonly task: (id: string) => TransferTask | undefined;
  readonly signal: AbortSignal;
}

/** One page's eyes on all runs of its session: their bytes, their harvest, and whether one stands still. */
export class SessionRuns {
  readonly #options: SessionRunsOptions;
  readonly #watches = new Map<string, RunWatch>();
  readonly #watchdog = new Watchdog();

  constructor(options: SessionRunsOptions) {
    this.#options = options;
    const timer = setInterval(() => void this.#watchOver(), WATCH_INTERVAL);
    options.signal.addEventListener('abort', () => {
      clearInterval(timer);
      for (const watch of this.#watches.values()) watch.end();
    });
  }

  /** @param rows all tasks of the session, as they are now. */
  look(rows: readonly TaskRow[]): void {
    const current = new Set(rows.flatMap(({ state }) => (state.state === 'running' ? [state.registrationId] : [])));
    for (const [registrationId, watch] of this.#watches) {
      if (current.has(registrationId)) continue;
      watch.end();
      this.#watches.delete(registrationId);
    }
    for (const row of rows) void this.#watch(row)?.look();
  }

  #watch({ id, state }: TaskRow): RunWatch | undefined {
    if (state.state !== 'running') return undefined;
    const { registrationId } = state;
    const found = this.#watches.get(registrationId);
    const engine = this.#options.engines.find(({ kind }) => kind === state.engine);
    if (found || !engine) return found;
    // What a convoy receives in all says nothing of one of its tasks.
    const isAlone = parseRegistrationId(registrationId)?.tasks === 1;
    const onBytes = (received: number, planned: number): void => {
      if (isAlone) this.#options.task(id)?.report(received, planned);
    };
    const watch = new RunWatch(registrationId, { engine, acceptance: this.#options.acceptance, onBytes });
    this.#watches.set(registrationId, watch);
    return watch;
  }

  async #watchOver(): Promise<void> {
    if (this.#watches.size === 0) return;
    const engine = this.#options.engines.find(({ kind }) => kind === 'background-fetch');
    if (!engine || !navigator.onLine) return;
    const stalled = this.#watchdog.look(await engine.runs(), performance.now());
    if (stalled !== undefined) await revive(stalled, engine, this.#options.acceptance);
  }
}

/** A run's end is the moment when its line's speed is known best. */
export function rememberSpeed({ url, progress }: TransferTask): void {
  if (progress.bytesPerSecond !== undefined) void rememberLineSpeed(new URL(url).host, progress.bytesPerSecond);
}
