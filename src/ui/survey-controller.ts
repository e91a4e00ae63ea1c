import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Survey, surveyLibrary } from '../library/survey.ts';
import { onChange } from '../store/changes.ts';
import { idle } from './idle.ts';

/** What is to be said of storage comes after what the person came for, but not later than this, in ms. */
const LONGEST_WAIT = 500;

/** What the library takes and what is to be said of it; looked at again after changes, never twice at a time. */
export class SurveyController implements ReactiveController {
  /** `undefined` before the first answer. */
  value: Survey | undefined;
  readonly #host: ReactiveControllerHost;
  #lifetime = new AbortController();
  #state: 'resting' | 'looking' | 'looking-again' = 'resting';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    onChange((change) => void (change === 'documents' && this.#look()), this.#lifetime.signal);
    this.#look();
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
  }

  #look(): void {
    const isResting = this.#state === 'resting';
    this.#state = isResting ? 'looking' : 'looking-again';
    if (isResting) void this.#survey().catch(reportError);
  }

  async #survey(): Promise<void> {
    const quiet = (): Promise<unknown> => idle(LONGEST_WAIT);
    try {
      await quiet();
      this.value = await surveyLibrary(quiet);
    } finally {
      const isStale = this.#state === 'looking-again';
      this.#state = 'resting';
      if (isStale && !this.#lifetime.signal.aborted) this.#look();
    }
    this.#host.requestUpdate();
  }
}
