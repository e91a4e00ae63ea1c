import type { TransferTask } from '../transfer/transfer-task.ts';
import type { QueueMove } from './queue-moves.ts';

export type TransferCommand =
  | QueueMove
  | 'move-to-top'
  | 'sign-in'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'retry'
  | 'remove'
  /** Asks for the moves that there are. */
  | 'arrange'
  | 'details';

/** The person asked something of a transfer. */
export class TransferCommandEvent extends Event {
  static readonly type = 'transfercommand';
  readonly command: TransferCommand;
  readonly task: TransferTask;

  constructor(command: TransferCommand, task: TransferTask) {
    super(TransferCommandEvent.type, { bubbles: true, composed: true });
    this.command = command;
    this.task = task;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    transfercommand: TransferCommandEvent;
  }
}
