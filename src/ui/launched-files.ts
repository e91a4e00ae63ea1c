import { msg } from '../language/msg.ts';
import type { App } from './app.ts';
import { pathTo } from './route.ts';

/**
 * Brings in the files that the system opens with Longhaul (the manifest's `file_handlers`), and shows the first. One
 * that is in the library is not added again: opening it is all that was asked for.
 */
export async function openLaunchedFiles(app: App, handles: readonly FileSystemHandle[]): Promise<void> {
  const readings = handles.filter(isFile).map((handle) => handle.getFile());
  const answers = await Promise.allSettled(readings);
  const files = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  const lost = handles.length - files.length;
  if (lost > 0) app.arrivals.say(lossWords);
  if (files.length === 0) return;
  const { documentIds } = await app.arrivals.take({ files }, 'leave');
  const [documentId] = documentIds;
  if (documentId === undefined) return;
  if (documentIds.length === 1) app.arrivals.sayNothing();
  navigation.navigate(pathTo({ screen: 'reader', documentId }));
}

function lossWords(): string {
  return msg('A file could not be read. It may have been moved; open it again from where it is.');
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}
