import type { TransferErrorCode } from '../store/task-state.ts';
import type { Demand } from './challenge.ts';

interface TransferErrorOptions extends ErrorOptions {
  readonly status?: number | undefined;
  readonly retryAfter?: number | undefined;
  readonly demand?: Demand | undefined;
}

/**
 * Why a transfer ended without its file. `code` survives `postMessage` and IndexedDB; the class does not.
 * The message states the facts for a developer; people read the words that `src/ui` has for the code.
 */
export class TransferError extends Error {
  override readonly name: string = 'TransferError';
  readonly code: TransferErrorCode;
  /** The HTTP status, where the server's answer was the reason. */
  readonly status: number | undefined;
  /** Milliseconds after which the server wants to be asked again. */
  readonly retryAfter: number | undefined;
  /** What the server asks for before it gives the file. */
  readonly demand: Demand | undefined;

  constructor(code: TransferErrorCode, message: string, options: TransferErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
    this.demand = options.demand;
  }
}

/** Any failure as one of the family, its cause kept. */
export function toTransferError(error: unknown): TransferError {
  if (error instanceof TransferError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return new TransferError('no-room', `The browser has no room for the file: ${message}`, { cause: error });
  }
  if (error instanceof DOMException && error.name === 'NotAllowedError') {
    return new TransferError('permission', `The browser refused the background fetch: ${message}`, { cause: error });
  }
  return new TransferError('unexpected', message, { cause: error });
}
