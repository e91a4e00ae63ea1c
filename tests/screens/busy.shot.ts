import type { Page } from 'playwright/test';
import type { Behaviour } from '../origin/publish-options.ts';
import { document as libraryEntry, download, transfer } from '../support/story.ts';
import { type Publish, expect, letGo, shoot, shootWindow, test } from './fixtures.ts';
import { addFieldGuide, addNote, expectReadTexts } from './papers.ts';

const LONG = 'proceedings-of-the-conference-on-transfers-that-outlive-the-window-they-were-started-in.pdf';

/** A file that stays on its way. */
const HELD = { bytes: 9_000_000, holdAfterBytes: 3_400_000 };

test('a library with three documents, and a fourth on its way', async ({ page, publish }) => {
  await page.goto('/');
  await addNote(page, publish);
  await download(page, publish(LONG).address);
  await expect(libraryEntry(page, LONG)).toBeVisible();
  await addFieldGuide(page, publish);
  await start(page, publish, 'night-trains.pdf');
  await expectReadTexts(page, 3);
  await letGo(page);
  await shootWindow(page, 'library-busy');
});

test('transfers that run, are paused, are done, and failed', async ({ page, publish }) => {
  await page.goto('/transfers');
  await download(page, publish('harbours.pdf').address);
  await expect(transfer(page, 'harbours.pdf')).toContainText('Done');
  await download(page, publish('gone.pdf', { status: 404 }).address);
  await expect(transfer(page, 'gone.pdf')).toContainText('404');
  await download(page, publish('article', { body: '<!doctype html>', type: 'text/html' }).address);
  await expect(transfer(page, 'article')).toContainText('is a web page');
  await start(page, publish, 'night-trains.pdf');
  await transfer(page, 'night-trains.pdf').getByRole('button', { name: 'Pause' }).click();
  await expect(transfer(page, 'night-trains.pdf')).toContainText('Paused');
  await start(page, publish, 'ferries.pdf', { ranges: false });
  await download(page, publish('the-canals-of-the-north.pdf', HELD).address);
  await expect(page.getByRole('button', { name: 'Move to top the-canals-of-the-north.pdf' })).toBeVisible();
  await shoot(page, 'transfers-busy');
  await page.getByRole('button', { name: 'Pause ferries.pdf' }).click();
  await shootWindow(page, 'pause-question');
});

async function start(page: Page, publish: Publish, name: string, behaviour: Behaviour = {}): Promise<void> {
  await download(page, publish(name, { ...HELD, ...behaviour }).address);
  await expect(transfer(page, name)).toContainText('3.4 MB of 9 MB');
}
