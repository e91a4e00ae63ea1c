import { type Page, expect } from 'playwright/test';
import type { Origin } from '../origin/origin.ts';
import { sheet } from './reading.ts';
import { document as libraryEntry, download, transfer, tray } from './story.ts';

/** The screens on which a person sees a document come. */
export type ShiftScreen = 'Library' | 'Transfers';

/** Windows in which nothing may jump. */
export const SHIFT_WINDOWS = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;

/** Adds a document, sees it come and be there, opens it, and goes back. The screen is shown already. */
export async function runSession(page: Page, origin: Origin, screen: ShiftScreen): Promise<void> {
  const pdf = origin.publish('first.pdf', { bytes: 4_000_000, holdAfterBytes: 1_000_000 });
  await download(page, pdf.url);
  await expect(screen === 'Library' ? tray(page) : transfer(page, 'first.pdf')).toContainText('25 %');
  pdf.release();
  const link =
    screen === 'Library'
      ? libraryEntry(page, 'first.pdf')
      : transfer(page, 'first.pdf').getByRole('link', { name: 'first.pdf' });
  await expect(link).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 600)));
  await link.click();
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await page.goBack();
  await expect(link).toBeVisible();
}
