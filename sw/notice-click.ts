import { readTask } from '../src/store/tasks.ts';
import { resumeTasks } from '../src/transfer/resume-tasks.ts';
import { settleNotice } from './ready-notice.ts';
import type { NoticeContent } from './show-notice.ts';
import { showScreen } from './windows.ts';

/** Does what the pressed button says, and opens the screen that a notification speaks of. */
export async function openNotice({ action, notification }: NotificationEvent): Promise<void> {
  notification.close();
  const { path, retry = [] } = notification.data as NoticeContent;
  const opening = showScreen(path); // The person's press opens a window for a moment only.
  if (action === 'retry') for (const id of retry) await tryAgain(id);
  await opening;
}

/** The person waved it away: it is told. */
export async function settleClosedNotice({ notification }: NotificationEvent): Promise<void> {
  const { documents = [] } = notification.data as NoticeContent;
  for (const id of documents) await settleNotice(id);
}

/** Only what still stands where the notification found it. */
async function tryAgain(id: string): Promise<void> {
  const task = await readTask(id);
  if (task?.state.state === 'failed') await resumeTasks(task.sessionId, [id]);
}
