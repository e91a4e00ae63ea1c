import type { Challenge, WaitingReason } from '../store/task-state.ts';
import type { TaskFailure, TransferTask } from './transfer-task.ts';

/** What every event of a task carries. Fires on the task first, then on its session. */
export class TaskEventBase extends Event {
  readonly task: TransferTask;

  constructor(type: string, task: TransferTask) {
    super(type);
    this.task = task;
  }
}

/** More bytes arrived. Mirrors `urlSession(_:downloadTask:didWriteData:totalBytesWritten:totalBytesExpectedToWrite:)`. */
export class TaskProgressEvent extends TaskEventBase {
  static readonly type = 'taskprogress';

  constructor(task: TransferTask) {
    super(TaskProgressEvent.type, task);
  }

  get bytesReceived(): number {
    return this.task.progress.bytesReceived;
  }

  /** `undefined` when the server gave no length. */
  get bytesExpected(): number | undefined {
    return this.task.progress.bytesExpected;
  }
}

/** The task goes on where it was. Mirrors `urlSession(_:downloadTask:didResumeAtOffset:expectedTotalBytes:)`. */
export class TaskResumeEvent extends TaskEventBase {
  static readonly type = 'taskresume';
  /** Bytes that lie in storage and are not fetched again. */
  readonly offset: number;

  constructor(task: TransferTask, offset: number) {
    super(TaskResumeEvent.type, task);
    this.offset = offset;
  }
}

/** The task has to wait. Mirrors `urlSession(_:taskIsWaitingForConnectivity:)`, for every reason. */
export class TaskWaitingEvent extends TaskEventBase {
  static readonly type = 'taskwaiting';
  readonly reason: WaitingReason;

  constructor(task: TransferTask, reason: WaitingReason) {
    super(TaskWaitingEvent.type, task);
    this.reason = reason;
  }
}

/** A server asks who is there: `session.answerChallenge()`. Mirrors `urlSession(_:task:didReceive:completionHandler:)`. */
export class TaskChallengeEvent extends TaskEventBase {
  static readonly type = 'taskchallenge';
  readonly challenge: Challenge;

  constructor(task: TransferTask, challenge: Challenge) {
    super(TaskChallengeEvent.type, task);
    this.challenge = challenge;
  }
}

/** The file is stored: `task.file()`. Mirrors `urlSession(_:downloadTask:didFinishDownloadingTo:)`. */
export class TaskFinishEvent extends TaskEventBase {
  static readonly type = 'taskfinish';

  constructor(task: TransferTask) {
    super(TaskFinishEvent.type, task);
  }
}

/** The task ended. Mirrors `urlSession(_:task:didCompleteWithError:)`. */
export class TaskCompleteEvent extends TaskEventBase {
  static readonly type = 'taskcomplete';
  /** `undefined` when it has its file. */
  readonly error: TaskFailure | undefined;

  constructor(task: TransferTask, error?: TaskFailure) {
    super(TaskCompleteEvent.type, task);
    this.error = error;
  }
}

/** Tasks were added, removed or changed state; ask `session.tasks`. */
export class SessionChangeEvent extends Event {
  static readonly type = 'sessionchange';

  constructor() {
    super(SessionChangeEvent.type);
  }
}

/** The last running or waiting task ended. Mirrors `urlSessionDidFinishEvents(forBackgroundURLSession:)`. */
export class SessionIdleEvent extends Event {
  static readonly type = 'sessionidle';

  constructor() {
    super(SessionIdleEvent.type);
  }
}

/** The session is over, in this page too, and has let go of everything. Mirrors `urlSession(_:didBecomeInvalidWithError:)`. */
export class SessionInvalidEvent extends Event {
  static readonly type = 'sessioninvalid';

  constructor() {
    super(SessionInvalidEvent.type);
  }
}

/** The events of a task, by name. */
export interface TaskEventMap {
  taskprogress: TaskProgressEvent;
  taskresume: TaskResumeEvent;
  taskwaiting: TaskWaitingEvent;
  taskchallenge: TaskChallengeEvent;
  taskfinish: TaskFinishEvent;
  taskcomplete: TaskCompleteEvent;
}

/** The events of a session, by name: its own and those of all its tasks. */
export interface SessionEventMap extends TaskEventMap {
  sessionchange: SessionChangeEvent;
  sessionidle: SessionIdleEvent;
  sessioninvalid: SessionInvalidEvent;
}
