import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { browserPath } from '../support/find-browser.ts';

/**
 * Of 185 MB in 150 packages, more than half of what the project itself takes: so it is fetched when somebody measures,
 * and no dependency. The last one that runs with Node 20.
 */
const LIGHTHOUSE = 'lighthouse@12.8.2';

const FLAGS = [
  '--headless=new',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly runtimeError?: { readonly message: string };
}

/**
 * Loads a page as Lighthouse does, in a browser of its own, and gives its scores, of 100.
 *
 * @param port of a browser that runs already, whose storage stays as it is.
 * @throws {Error} if Lighthouse could not be fetched, or not look at the page.
 */
export async function lookAt(url: string, form: 'desktop' | 'mobile', port?: number): Promise<Scores> {
  const browser =
    port === undefined ? [`--chrome-flags=${FLAGS.join(' ')}`] : ['--disable-storage-reset', `--port=${port}`];
  const kind = form === 'desktop' ? ['--preset=desktop'] : [];
  const options = [...kind, ...browser, '--throttling-method=simulate', '--quiet', '--output=json'];
  const stdout = await runLighthouse([url, ...options]);
  const { categories, runtimeError } = JSON.parse(stdout) as Report;
  if (runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${runtimeError.message}`);
  const scoreOf = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  return {
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    'best-practices': scoreOf('best-practices'),
    seo: scoreOf('seo'),
  };
}

/** On a busy machine Chromium now and then records no start of the load; Lighthouse asks to be run again then. */
async function runLighthouse(args: readonly string[], tries = 3): Promise<string> {
  const env = { ...process.env, CHROME_PATH: browserPath() };
  try {
    const { stdout } = await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, ...args], { env, maxBuffer: 64_000_000 });
    return stdout;
  } catch (error) {
    if (tries === 1 || !String(error).includes('NO_NAVSTART')) throw error;
    return runLighthouse(args, tries - 1);
  }
}
