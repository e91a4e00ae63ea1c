import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { AppServer } from '../support/app-server.ts';
import { expect, test } from '../support/fixtures.ts';
import { notificationBody, serviceWorker } from '../support/story.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** What a build of the app is made of. */
const SOURCES = [
  'index.html',
  'LICENSE',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'public',
  'src',
  'sw',
  'tests/origin',
];

test.use({ ownBrowser: true, newProfile: true });

/** A copy of the sources with an Arabic translation, in which every text has a mark before the English one; built. */
async function buildInArabic(root: string): Promise<string> {
  for (const name of SOURCES) await cp(join(ROOT, name), join(root, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const config = join(root, 'src/language/lit-localize.json');
  await writeFile(config, (await readFile(config, 'utf8')).replace('["de"]', '["ar", "de"]'));
  const localize = async (step: 'extract' | 'build'): Promise<unknown> =>
    run(process.execPath, [join(ROOT, 'node_modules/.bin/lit-localize'), step, '--config', config], { cwd: root });
  await localize('extract');
  const texts = join(root, 'src/language/ar.xlf');
  const untranslated = await readFile(texts, 'utf8');
  const target = (source: string, words: string): string => `${source}\n<target>»${words}</target>`;
  await writeFile(texts, untranslated.replaceAll(/<source>(.*?)<\/source>/gsu, target));
  await localize('build');
  await build({ root, logLevel: 'error', configFile: join(root, 'vite.config.ts') });
  return join(root, 'dist');
}

test('a third language is one file: page and worker speak it, from right to left', async ({ context, origin }) => {
  test.slow(); // It is built here.
  const root = await mkdtemp(join(tmpdir(), 'longhaul-arabic-'));
  const server = await AppServer.start(await buildInArabic(root));
  await context.grantPermissions(['notifications', 'background-sync'], { origin: server.url });
  const page = await context.newPage();
  await page.goto(`${server.url}/settings`);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('العربية');
  await expect(page.getByRole('heading', { name: '»Settings', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');

  await page.getByRole('link', { name: '»Library', exact: true }).click();
  await page.getByLabel('»Address').fill(origin.publish('paper.pdf', { bytes: 1_234_567 }).url);
  await page.getByRole('button', { name: '»Download', exact: true }).click();
  const worker = await serviceWorker(context);
  await expect.poll(() => notificationBody(worker, 'paper.pdf'), { timeout: 40_000 }).toContain('»Ready to read');
  const size = new Intl.NumberFormat('ar').format(1.2);
  expect(await notificationBody(worker, 'paper.pdf')).toContain(size);
  await expect(page.getByRole('list', { name: '»Library' }).getByRole('listitem')).toContainText(size);
  await server.close();
  await rm(root, { recursive: true, force: true });
});
