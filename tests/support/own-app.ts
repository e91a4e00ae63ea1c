import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Locator, type Page, expect } from 'playwright/test';
import { build } from 'vite';
import { AppServer } from './app-server.ts';
import { test as base } from './fixtures.ts';

const EXAMPLE = join(import.meta.dirname, '../example');

/** A test of an app that is not Longhaul: the README's example, built by its own config, on its own origin. */
export const test = base.extend({
  prepare: [async ({}, use) => use(undefined), { scope: 'worker' }],

  serve: [
    async ({}, use) => {
      const outDir = await mkdtemp(join(tmpdir(), 'longhaul-example-'));
      const configFile = join(EXAMPLE, 'vite.config.ts');
      await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
      await use(() => AppServer.start(outDir, EXAMPLE));
      await rm(outDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

/** The example's list entry of that name; the last one, where tasks share it. */
export function entry(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Downloads' }).getByRole('listitem').filter({ hasText: name }).last();
}

/** Opens the example and waits until its session is open. */
export async function openExample(page: Page, state: 'valid' | 'finishing' = 'valid'): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('status')).toHaveText(`The session is ${state}`);
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Bytes in the example's storage, over all files, whether a task knows of them or not. */
export async function bytesInStorage(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    const segments = await answer<{ bytes: Blob }[]>(db.transaction('segments').objectStore('segments').getAll());
    db.close();
    return segments.reduce((sum, { bytes }) => sum + bytes.size, 0);
  });
}

/** SHA-256, in hex, of the file that a press on Save brings. */
export async function savedSha256(page: Page, name: string): Promise<string> {
  const saving = page.waitForEvent('download');
  await entry(page, name)
    .getByRole('button', { name: `Save ${name}` })
    .click();
  const hash = createHash('sha256');
  for await (const chunk of await (await saving).createReadStream()) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
