import { TransferSession } from 'longhaul';
import { draw, onPress, onSubmit } from './drawing.ts';
import { goOn, stop } from './stop-and-go-on.ts';

await navigator.serviceWorker.register('worker.js', { type: 'module' });
const registration = await navigator.serviceWorker.ready;
const session = await TransferSession.open('papers', { registration });

const events = ['sessionchange', 'taskprogress', 'sessioninvalid'] as const;
for (const type of events) session.addEventListener(type, () => draw(session));
draw(session);

onSubmit(async (address) => {
  const task = await session.downloadTask(new URL(address));
  await task.resume();
});
onPress('stop', () => stop(session));
onPress('go-on', () => goOn(session));
onPress('cancel', () => session.tasks.at(-1)?.cancel());
onPress('remove', () => session.tasks.at(-1)?.remove());
onPress('finish', () => session.finishTasksAndInvalidate());
onPress('cancel-all', () => session.invalidateAndCancel());
