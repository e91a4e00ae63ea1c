import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LibrarySurvey, type Survey } from '../library/survey.ts';
import { onChange } from '../store/changes.ts';
import { idle } from './idle.ts';

/** What is to be said of storage comes after what the person came for, but not later than this, in ms. */
const LONGEST_WAIT = 500;

/** What the library takes and what is to be said of it; looked at again after changes, never twice at a time. */
export class SurveyController implements ReactiveController {
  /** `undefined` before the first answer. */
  value: Survey | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #survey = new LibrarySurvey();
  #lifetime = new AbortController();
  #isLooking = false;
  /** What was not looked at yet. */
  #changed: 'all' | ReadonlySet<string> = 'all';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    onChange((change, ids) => void (change === 'documents' && this.#hear(ids)), this.#lifetime.signal);
    this.#hear(undefined);
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
  }

  #hear(ids: readonly string[] | undefined): void {
    this.#changed = ids && this.#changed !== 'all' ? new Set([...this.#changed, ...ids]) : 'all';
    if (!this.#isLooking) void this.#look().catch(reportError);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    try {
      while (this.#changed === 'all' || this.#changed.size > 0) await this.#catchUp();
    } catch (error) {
      this.#changed = 'all';
      throw error;
    } finally {
      this.#isLooking = false;
    }
  }

  async #catchUp(): Promise<void> {
    const quiet = (): Promise<unknown> => idle(LONGEST_WAIT);
    await quiet();
    const changed = this.#changed;
    this.#changed = new Set();
    if (changed === 'all') await this.#survey.readAll(quiet);
    else await this.#survey.readAgain([...changed]);
    this.value = this.#survey.result;
    this.#host.requestUpdate();
  }
}
