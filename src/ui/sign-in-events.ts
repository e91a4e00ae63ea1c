import type { Credential } from '../transfer/credentials.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';

/** The person wants to sign in where a transfer waits for it. */
export class SignInRequestEvent extends Event {
  static readonly type = 'signinrequest';
  readonly task: TransferTask;
  /** Takes the focus when the question is answered: the button that asked is gone then. */
  readonly focusAfter: HTMLElement | null;

  constructor(task: TransferTask, focusAfter: HTMLElement | null) {
    super(SignInRequestEvent.type, { bubbles: true, composed: true });
    this.task = task;
    this.focusAfter = focusAfter;
  }
}

/** The person has typed who they are. */
export class SignInAnswerEvent extends Event {
  static readonly type = 'signinanswer';
  readonly credential: Credential;
  readonly remember: boolean;

  constructor(credential: Credential, remember: boolean) {
    super(SignInAnswerEvent.type);
    this.credential = credential;
    this.remember = remember;
  }
}

/** The person does not sign in: not now, or not at all, and the transfer ends. */
export class SignInRefusalEvent extends Event {
  static readonly type = 'signinrefusal';
  readonly kind: 'later' | 'cancel';

  constructor(kind: SignInRefusalEvent['kind']) {
    super(SignInRefusalEvent.type);
    this.kind = kind;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    signinrequest: SignInRequestEvent;
  }
}
