import { resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { build } from 'vite';
import type * as digest from '../../src/transfer/digest.ts';

const ENTRY = resolve(import.meta.dirname, '../../src/transfer/digest.ts');

declare global {
  /** What `addSha256Of` leaves in a page. */
  var longhaul: typeof digest;
}

/** Puts `digest.ts` into a page, as `longhaul`: the app itself has it in workers only. */
export async function addSha256Of(page: Page): Promise<void> {
  const lib = { entry: ENTRY, formats: ['iife' as const], name: 'longhaul' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [{ output } = { output: [] }] = Array.isArray(built) ? built : [];
  const [chunk] = output;
  if (chunk?.type !== 'chunk') throw new Error('digest.ts was not bundled');
  // Not as a script of the page: its policy takes none that is inline.
  await page.evaluate(`${chunk.code}; globalThis.longhaul = longhaul;`);
}
