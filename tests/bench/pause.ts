import { type Page, expect } from 'playwright/test';
import type { PublishedFile } from '../origin/published-file.ts';
import { transfer } from '../support/story.ts';
import { bytesCovered } from './sent-bytes.ts';

/** Presses Pause when so many bytes of the file have left the server, and Resume as soon as it is there. */
export async function pauseOnce(page: Page, file: PublishedFile, name: string, atBytes: number): Promise<void> {
  const row = transfer(page, name);
  await expect.poll(() => bytesCovered(file.requests), { intervals: [20] }).toBeGreaterThan(atBytes);
  await row.getByRole('button', { name: 'Pause' }).click();
  await row.getByRole('button', { name: 'Resume' }).click();
  await expect(row.getByRole('button', { name: 'Pause' })).toBeVisible();
}
