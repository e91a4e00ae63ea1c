import type { ResumeData, TransferSession } from 'longhaul';

/** Ends the last download, and keeps what has come of it for another day. */
export async function stop(session: TransferSession): Promise<void> {
  const resumeData = await session.tasks.at(-1)?.cancel({ producingResumeData: true });
  if (resumeData) localStorage.setItem('resume-data', JSON.stringify(resumeData));
}

/** A new task, which fetches only what the other one had not. */
export async function goOn(session: TransferSession): Promise<void> {
  const resumeData = JSON.parse(localStorage.getItem('resume-data') ?? 'null') as ResumeData;
  const task = await session.downloadTask({ resumeData });
  await task.resume();
}
