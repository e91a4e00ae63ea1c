import type { TaskRow } from '../store/schema.ts';
import { changeTask, listTasks, readTask } from '../store/tasks.ts';
import { challengeOf, spaceOf } from './challenge.ts';
import { type Credential, keepCredential } from './credentials.ts';
import { stepTask } from './step-task.ts';

export interface AnswerOptions {
  /** Keep it, encrypted, for later starts; else it lasts as long as this window. */
  readonly remember: boolean;
}

/**
 * Signs in: every task of the session that waits for the same protection space goes on with this credential.
 * Does nothing when the task waits for no answer any more.
 *
 * @throws {TypeError} for a user with a colon, or a token with spaces: no header can carry them.
 */
export async function answerChallenge(
  taskId: string,
  credential: Credential,
  { remember }: AnswerOptions,
): Promise<void> {
  assertSendable(credential);
  const row = await readTask(taskId);
  const challenge = row && challengeOf(row.state);
  if (!challenge) return;
  const space = spaceOf(challenge.origin, challenge.realm);
  await keepCredential(space, credential, remember);
  for (const { id } of await listTasks(row.sessionId)) await changeTask(id, (waiting) => goOn(waiting, space));
}

/** The person won't sign in: the task fails with the code `sign-in`, and asks again when it is resumed. */
export async function cancelChallenge(taskId: string): Promise<void> {
  await changeTask(taskId, (row) => {
    const challenge = challengeOf(row.state);
    if (!challenge) return undefined;
    const message = `Nobody signed in to ${challenge.origin}, which answered ${challenge.status}`;
    return stepTask(row, { type: 'fail', error: { code: 'sign-in', message, status: challenge.status } });
  });
}

function goOn(row: TaskRow, space: string): TaskRow | undefined {
  const challenge = challengeOf(row.state);
  if (!challenge || spaceOf(challenge.origin, challenge.realm) !== space) return undefined;
  const next = stepTask(row, { type: 'wait', reason: 'turn' });
  return next && { ...next, credentialSpace: space };
}

/** @see RFC 7617 §2, RFC 6750 §2.1 */
function assertSendable(credential: Credential): void {
  if ('token' in credential) {
    if (!/^[\x21-\x7e]+$/u.test(credential.token)) throw new TypeError('A bearer token is visible ASCII, no spaces');
  } else if (credential.user.includes(':')) throw new TypeError('A user name for Basic has no colon');
}
