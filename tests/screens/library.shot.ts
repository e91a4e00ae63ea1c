import type { Page } from 'playwright/test';
import type { DocumentRow } from '../../src/store/schema.ts';
import { makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { expect, shoot, shootWindow, test } from './fixtures.ts';

const TITLES = [
  ['Attention Is All You Need', 'Vaswani et al.'],
  ['A Field Guide to the Birds of the Northern Marshes, with Notes on Their Calls', 'Harriet Lindqvist'],
  ['The Night Trains', 'M. Oduya'],
  ['Proceedings of the Conference on Transfers That Outlive the Window They Were Started In', 'Various authors'],
  ['On Computable Numbers', 'Alan Turing'],
  ['Soil and Water', 'Ana Beltrán'],
  ['invoice-2026-03.pdf', 'Blue Heron Press'],
  ['Harbour Tables 1898', 'Admiralty Office'],
  ['Time, Clocks, and the Ordering of Events in a Distributed System', 'Leslie Lamport'],
  ['Quiet Machines', 'Yuki Tanabe'],
] as const;

/** The newest documents come first: they get the first titles. */
function makeShelf(count: number, factsOf: (number: number) => Partial<DocumentRow> = () => ({})): DocumentRow[] {
  return makeDocuments(count, (number) => {
    const [title, author] = TITLES[(count - 1 - number) % TITLES.length] ?? TITLES[0];
    return { title, author, size: 180_000 + ((number * 977_351) % 40_000_000), ...factsOf(number) };
  });
}

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
  await page
    .getByRole('button', { name: /^More about/u })
    .nth(1)
    .click();
  await expect(page.getByRole('menu')).toBeVisible();
  await shootWindow(page, 'library-menu');
  await page.getByRole('menuitem', { name: 'Details…' }).click();
  await shootWindow(page, 'library-details');
});
