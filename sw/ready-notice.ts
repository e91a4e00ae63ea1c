import { msg } from '../src/language/msg.ts';
import { type ReadyNotice, planReady } from '../src/library/notice-plan.ts';
import { readDocuments } from '../src/store/document-pages.ts';
import { changeDocument, listDueNotices } from '../src/store/documents.ts';
import { readSettings } from '../src/store/settings.ts';
import { readyWords } from './notice-words.ts';
import { speakAsWindows } from './worker-language.ts';
import { mayNotify, showNotice, standingNotices } from './show-notice.ts';

/**
 * Shows the notification of every document that is still owed one. What stands says which documents it tells of, so a
 * worker that dies in between is followed by one that doesn't show them again: never none, never two.
 */
export async function announceDueDocuments(): Promise<void> {
  await navigator.locks.request('longhaul-notices', async () => {
    const due = (await listDueNotices()).toSorted((a, b) => a.addedAt - b.addedAt).map(({ id }) => id);
    if (due.length === 0) return;
    await speakAsWindows();
    const settings = await readSettings();
    if (await mayNotify(settings, settings.notificationsOnlyUnseen)) await show(due);
    for (const id of due) await settleNotice(id);
  });
}

/** The person has seen it, or doesn't want to. */
export async function settleNotice(documentId: string): Promise<void> {
  await changeDocument(documentId, (row) => (row.notice === 'due' ? { ...row, notice: 'settled' } : undefined));
}

async function show(due: readonly string[]): Promise<void> {
  const plan = planReady(due, await standingReady(), Date.now());
  if (!plan) return;
  const documents = await readDocuments(plan.documents); // One of an earlier notification may have been removed.
  const [first] = documents;
  if (!first) return;
  const isOne = documents.length === 1;
  await showNotice({
    ...readyWords(documents),
    tag: plan.tag,
    isNews: false, // The first made itself heard a moment ago.
    content: { path: isOne ? `read/${first.id}` : '', documents: documents.map(({ id }) => id), since: plan.since },
    action: { action: 'open', title: msg('Open') },
  });
}

async function standingReady(): Promise<readonly ReadyNotice[]> {
  const standing = await standingNotices();
  return standing.flatMap(({ notification: { tag }, content: { documents, since } }) =>
    documents && since !== undefined ? [{ tag, documents, since }] : [],
  );
}
