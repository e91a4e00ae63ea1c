import type { Page } from 'playwright/test';
import type { DocumentRow } from '../../src/store/schema.ts';
import { seedLibrary } from '../support/seed-library.ts';
import { expect, shoot, shootWindow, test } from './fixtures.ts';
import { makeShelf } from './make-shelf.ts';

/** The last one read is at its twelfth page; the one before lost its bytes. */
function factsOfThree(number: number): Partial<DocumentRow> {
  if (number === 1) return { isMissing: true };
  if (number === 0) return {};
  const position = { page: 12, top: 0, scale: 'auto' };
  return { openedAt: Date.UTC(2026, 2, 4), position, pages: 40, isFavourite: true, isPinned: true };
}

async function open(page: Page, documents: readonly DocumentRow[]): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  const collections = [{ id: 'c1', name: 'Distributed systems', createdAt: 1 }];
  await seedLibrary(page, { documents, collections, covers: true });
  await page.reload();
  await expect(page.getByText(`${documents.length.toLocaleString('en')} documents`)).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
}

test('a library of three', async ({ page }) => {
  await open(page, makeShelf(3, factsOfThree));
  await shoot(page, 'library-3');
});

test('a library of three thousand', async ({ page }) => {
  await open(page, makeShelf(3_000));
  await shootWindow(page, 'library-3000');
  await page.getByRole('button', { name: 'List' }).click();
  await expect(page.getByRole('button', { name: 'List' })).toHaveAttribute('aria-pressed', 'true');
  await shootWindow(page, 'library-3000-list');
  const openMenu = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.locator('button[aria-haspopup=menu]').nth(1).click();
    await expect(page.getByRole('menu')).toBeVisible();
  };
  await shootWindow(page, 'library-menu', openMenu);
  await openMenu();
  await page.getByRole('menuitem', { name: 'Details…' }).click();
  await shootWindow(page, 'library-details');
});
