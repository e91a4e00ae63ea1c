import { makeNote } from '../origin/samples/note.ts';
import { document as libraryEntry, download } from '../support/story.ts';
import { expect, shoot, test } from './fixtures.ts';
import { addNote, expectReadTexts } from './papers.ts';

test('a file that is in the library already', async ({ page, publish }) => {
  await page.goto('/');
  await addNote(page, publish);
  await download(page, publish('long-hauls-2026.pdf', { body: await makeNote() }).address);
  await expect(libraryEntry(page, 'long-hauls-2026.pdf')).toBeVisible();
  await expect(page.getByText('You have this file already')).toBeVisible();
  await expectReadTexts(page, 2);
  await shoot(page, 'library-duplicate');
});
