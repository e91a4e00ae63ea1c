import { msg } from '../language/msg.ts';
import { readLastRead } from '../store/last-read.ts';
import type { App } from './app.ts';
import { pathTo } from './route.ts';

/** Goes on with the document that was read last; where there is none, says so. */
export async function openLastRead(app: App): Promise<void> {
  const document = await readLastRead();
  if (!document)
    return app.arrivals.say(() =>
      msg('You have not read anything yet. Open a document here, and go on with it later.'),
    );
  navigation.navigate(pathTo({ screen: 'reader', documentId: document.id }), { history: 'replace' });
}
