import type { TransferTask } from '../transfer/transfer-task.ts';

export type TransferCommand = 'sign-in' | 'pause' | 'move-to-top' | 'resume' | 'cancel' | 'retry' | 'remove';

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
