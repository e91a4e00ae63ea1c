import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';

/** The file that a browser has saved whole into a folder, where these were before. */
export async function arrived(folder: string, before: readonly string[]): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  await expect(async () => {
    const added = (await readdir(folder)).filter((name) => !before.includes(name));
    if (added.length !== 1 || added[0] === undefined)
      throw new Error(`New in the folder: ${added.join(', ') || 'nothing'}`);
    bytes = await readFile(join(folder, added[0]));
    expect(bytes.subarray(-6).toString()).toContain('%%EOF');
  }).toPass({ timeout: 20_000 });
  return bytes;
}
