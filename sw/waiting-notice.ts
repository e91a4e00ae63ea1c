import { readSettings } from '../src/store/settings.ts';
import { waitingWords } from './notice-words.ts';
import { speakAsWindows } from './worker-language.ts';
import { closeNotice, mayNotify, showNotice } from './show-notice.ts';

/** Says that downloads are left which only a window can go on with; one notification, whatever their number. */
export async function announceWaiting(count: number): Promise<void> {
  if (count === 0) return closeNotice('waiting');
  await speakAsWindows();
  if (!(await mayNotify(await readSettings(), false))) return;
  await showNotice({ ...waitingWords(count), tag: 'waiting', isNews: false, content: { path: 'transfers' } });
}
