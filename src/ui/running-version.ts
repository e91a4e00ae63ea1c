/** Before the address of a script that only one version of the app has; `sw/old-versions.ts` looks for it. */
const LOCK = 'longhaul-runs ';

/** Says to the worker, as long as this window is open, which version runs in it: its files must stay. */
export function runsThisVersion(): void {
  void navigator.locks.request(LOCK + import.meta.url, { mode: 'shared' }, () => new Promise(() => undefined));
}
