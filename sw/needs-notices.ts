import { type Need, type NeedKind, needsOf, renewedBy } from '../src/library/needs.ts';
import { planNeeds } from '../src/library/notice-plan.ts';
import { msg } from '../src/language/msg.ts';
import { readAnnounced, writeAnnounced } from '../src/store/announced.ts';
import { readDocuments } from '../src/store/document-pages.ts';
import { readSettings } from '../src/store/settings.ts';
import { listAllTasks } from '../src/store/tasks.ts';
import { needsWords } from './notice-words.ts';
import { speakAsWindows } from './worker-language.ts';
import { closeNotice, mayNotify, showNotice, standingNotices } from './show-notice.ts';

/** Where each is shown: the Library asks about documents, and offers which could go. */
const PATHS: Readonly<Record<NeedKind, string>> = {
  'sign-in': 'transfers',
  room: '',
  version: '',
  failure: 'transfers',
};

const KINDS: readonly NeedKind[] = ['sign-in', 'room', 'version', 'failure'];

/**
 * Tells the person what only they can settle, one notification a kind, unless a window shows it; takes away what is
 * settled. What was told is written down only afterwards: a worker that dies in between finds it standing.
 */
export async function announceNeeds(): Promise<void> {
  await navigator.locks.request('longhaul-notices', async () => {
    await speakAsWindows();
    const tasks = await listAllTasks();
    const needs = needsOf(tasks, await readDocuments(renewedBy(tasks)));
    const announced = new Set(await readAnnounced());
    const mayShow = await mayNotify(await readSettings(), true);
    for (const kind of KINDS) {
      const own = needs.filter((need) => need.kind === kind);
      await announceKind(kind, own, announced, mayShow);
    }
    await writeAnnounced(needs.map(({ key }) => key));
  });
}

async function announceKind(
  kind: NeedKind,
  needs: readonly Need[],
  announced: ReadonlySet<string>,
  mayShow: boolean,
): Promise<void> {
  const [standing] = await standingNotices(kind);
  const plan = planNeeds(needs, announced, standing?.content.needs);
  if (plan.action === 'close') await closeNotice(kind);
  if (plan.action !== 'show' || !mayShow) return;
  const ids = plan.needs.map(({ id }) => id);
  await showNotice({
    ...needsWords(
      kind,
      plan.needs.map(({ name }) => name),
    ),
    tag: kind,
    isNews: plan.isNews,
    content: {
      path: PATHS[kind],
      needs: plan.needs.map(({ key }) => key),
      ...(kind === 'failure' ? { retry: ids } : {}),
    },
    ...(kind === 'failure' ? { action: { action: 'retry', title: msg('Retry') } as const } : {}),
  });
}
