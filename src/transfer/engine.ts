import type { Answer } from './answers.ts';
import type { ByteRange } from '../store/byte-range.ts';

/** One HTTP request of a plan. */
export interface PlannedRequest {
  readonly taskId: string;
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The part of the file it asks for; absent for the whole file. */
  readonly range?: ByteRange;
}

/** What an engine is to carry out in one run: for one task, or for many that ride together. */
export interface TransferPlan {
  readonly registrationId: string;
  /** Shown by the browser while it runs. */
  readonly title: string;
  readonly requests: readonly PlannedRequest[];
  /** What all requests together bring; absent when it is not certain. A run that gets more ends. */
  readonly bytes?: number;
}

/** A run that has not ended. */
export interface RunningRun {
  readonly registrationId: string;
  /** Bytes received so far, as the engine counts them. */
  readonly received: number;
  /** These are all it was to bring; absent where the engine ends such a run itself. */
  readonly hasAllBytes?: boolean;
}

export type OnBytes = (received: number, planned: number) => void;

/** The one seam to the network. Endings don't come back through it: they are settled in the store. */
export interface TransferEngine {
  readonly kind: 'background-fetch' | 'fetch';
  /** Whether it can take runs here and now: the browser has it and the person has not forbidden it. */
  readonly isAvailable: boolean;
  /** How many runs it takes at a time. */
  readonly places: number;
  /**
   * Hands the plan over; resolves once the engine has taken it.
   *
   * @throws {TransferError} `no-room`, `permission`, `no-background-fetch` or `unexpected`.
   */
  start(plan: TransferPlan): Promise<void>;
  /** Ends a run. Resolves, too, when there is no such run. */
  stop(registrationId: string): Promise<void>;
  /** All runs that have not ended, in any page; those of others on this origin too. */
  runs(): Promise<readonly RunningRun[]>;
  /**
   * Reports bytes received in this run, and how many it is to bring (0: unknown), until it ends or `signal` aborts.
   * The count falls when the engine has to start a request over.
   *
   * @returns whether there is such a run: one that is being started may not be there yet.
   */
  watch(registrationId: string, onBytes: OnBytes, signal: AbortSignal): Promise<boolean>;
  /** The answers of a run that are complete while it goes on; none when the engine stores them itself. */
  answers(registrationId: string): Promise<readonly Answer[]>;
}
