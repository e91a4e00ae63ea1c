import type { App } from './app.ts';
import { openLaunchedFiles } from './launched-files.ts';
import { isScreen, pathTo } from './route.ts';

/**
 * Follows what the system starts Longhaul for while a window is open (the manifest's `launch_handler`): files that it
 * opens, shortcuts, links. A press on the app's icon only brings the window to the front.
 *
 * @param arrive does what the address asks for beside a screen, once that is shown.
 */
export function followLaunches(app: App, arrive: () => void): void {
  // The launch that opened this window is told, too.
  let known: string | undefined = location.href;
  window.launchQueue?.setConsumer(({ files, targetURL }) => {
    const isKnown = targetURL === known;
    known = undefined;
    if (files.length > 0) void openLaunchedFiles(app, files);
    else if (targetURL && !isKnown) void goTo(new URL(targetURL), arrive);
  });
}

async function goTo(target: URL, arrive: () => void): Promise<void> {
  const isStart = target.pathname === pathTo({ screen: 'library' }) && target.search === '';
  if (isStart || !isScreen(target)) return;
  if (target.href !== location.href) await navigation.navigate(target.href).finished;
  arrive();
}
