import type { Page } from 'playwright/test';
import { makeFieldGuide } from '../origin/samples/field-guide.ts';
import { makeNote } from '../origin/samples/note.ts';
import { storedRows } from '../support/stored-rows.ts';
import { document as libraryEntry, download } from '../support/story.ts';
import { type Publish, expect } from './fixtures.ts';

export async function addNote(page: Page, publish: Publish): Promise<void> {
  await download(page, publish('note-on-long-hauls.pdf', { body: await makeNote() }).address);
  await expect(libraryEntry(page, 'note-on-long-hauls.pdf')).toBeVisible();
}

export async function addFieldGuide(page: Page, publish: Publish): Promise<void> {
  await download(page, publish('field-guide.pdf', { body: await makeFieldGuide() }).address);
  await expect(libraryEntry(page, 'field-guide.pdf')).toBeVisible();
}

/** Waits until so many documents have their covers and words: that is done in idle time. */
export async function expectReadTexts(page: Page, documents: number): Promise<void> {
  const texts = async (): Promise<unknown[]> => (await storedRows(page, 'documents')).map(({ text }) => text);
  await expect.poll(texts).toEqual(Array.from({ length: documents }, () => 'done'));
}

/** Opens it from the Library, and waits until its first page is drawn. */
export async function openFieldGuide(page: Page): Promise<void> {
  const byTitle = libraryEntry(page, 'A Field Guide to Background Transfers'); // It is read a moment after it came.
  await libraryEntry(page, 'field-guide.pdf').or(byTitle).click();
  const reader = page.getByRole('region', { name: 'Reader' });
  await expect(reader.getByText('of 40', { exact: true })).toBeVisible();
  await expect(reader.getByText('A Field Guide').first()).toBeVisible();
}
