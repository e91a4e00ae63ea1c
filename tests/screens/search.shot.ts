import { makePdf } from '../origin/make-pdf.ts';
import { makeFieldGuide } from '../origin/samples/field-guide.ts';
import { makeNote } from '../origin/samples/note.ts';
import { download } from '../support/story.ts';
import { expect, shootWindow, test } from './fixtures.ts';
import { expectReadTexts } from './papers.ts';

test('a search that finds much, little, and nothing', async ({ page, publish }) => {
  await page.goto('/');
  const long = `${'report-without-spaces-'.repeat(5)}.pdf`;
  await download(page, publish('field-guide.pdf', { body: await makeFieldGuide() }).address);
  await download(page, publish('note-on-long-hauls.pdf', { body: await makeNote() }).address);
  await download(
    page,
    publish(long, { body: makePdf({ bytes: 20_000, pages: 12, heading: 'A page about a field' }) }).address,
  );
  await expectReadTexts(page, 3);
  const box = page.getByRole('searchbox', { name: 'Search library' });
  const status = page.getByRole('region', { name: 'Found' }).getByRole('status');
  await box.fill('page');
  await expect(status).toContainText('in');
  await shootWindow(page, 'search-many');
  await box.fill('guide');
  await expect(status).toContainText('document');
  await shootWindow(page, 'search-few');
  await box.fill('zeppelin');
  await expect(status).toHaveText('Nothing found');
  await shootWindow(page, 'search-none');
});
