import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright/test';

const INSTALLED = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser for the tests: `LONGHAUL_BROWSER`, else Playwright's own, else an installed Chrome or Chromium.
 *
 * @returns the path of its executable, or `undefined` when there is none.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env['LONGHAUL_BROWSER'];
  if (chosen !== undefined) {
    if (!existsSync(chosen)) throw new Error(`LONGHAUL_BROWSER names ${chosen}, which is not there`);
    return chosen;
  }
  return [chromium.executablePath(), ...INSTALLED].find((path) => path !== '' && existsSync(path));
}

/**
 * Installs a browser by the means at hand: Playwright's download, else Debian's package.
 *
 * @throws {Error} with what to do by hand when neither works.
 */
export function installBrowser(): void {
  const attempts = [
    ['npx', 'playwright', 'install', 'chromium'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ] as const;
  for (const [command, ...args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'inherit' });
    } catch {
      console.warn(`${command} ${args.join(' ')} did not work; trying the next way`);
    }
    if (findBrowser() !== undefined) return;
  }
  throw new Error('No browser for the tests: install Chrome or Chromium, or name one in LONGHAUL_BROWSER.');
}

/** The browser's executable, installed if need be. */
export function browserPath(): string {
  if (findBrowser() === undefined) installBrowser();
  const path = findBrowser();
  if (path === undefined) throw new Error('The browser that was just installed is gone');
  return path;
}
