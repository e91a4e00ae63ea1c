import { axeFindings, axeFindingsInBothLooks } from '../support/axe.ts';
import { giveVoice } from '../support/fake-voice.ts';
import { expect, test } from '../support/fixtures.ts';
import { markBar, marksPanel, selectLine, takeTool } from '../support/marking.ts';
import { makeOutlinedPdf, makePdfWithAttachments, makePdfWithLayers } from '../support/pdfs-with-structure.ts';
import { choose, findBox, read, reader, sheet } from '../support/reading.ts';
import { openPanel } from '../support/sidebar.ts';
import type { Page } from 'playwright/test';
import { openStored } from '../support/stored-document.ts';

async function expectNothing(page: Page, what: string): Promise<void> {
  expect.soft(await axeFindingsInBothLooks(page), `What axe finds with ${what}`).toEqual([]);
}

test('axe finds nothing with the sidebar, the search and the mark tools open, in all page colours', async ({
  page,
  origin,
}) => {
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await takeTool(page, 'Highlight');
  await selectLine(page, 'Test paper, page 1 of 3');
  const panel = await marksPanel(page);
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await findBox(page).fill('paper');
  await expect(reader(page).getByText('1 of 3', { exact: true })).toBeVisible();
  await reader(page).getByRole('button', { name: 'Find options' }).click();
  for (const tint of ['With the app’s theme', 'Paper', 'Sepia', 'Night']) {
    await choose(page, tint);
    await expectNothing(page, `pages in the colour “${tint}”`);
  }
});

test('axe finds nothing in the panels of the sidebar', async ({ page, origin }) => {
  const documents = [
    ['outlined.pdf', makeOutlinedPdf(), 'Outline'],
    ['attached.pdf', makePdfWithAttachments('Said.'), 'Attachments'],
    ['layered.pdf', makePdfWithLayers(), 'Layers'],
  ] as const;
  for (const [name, body, panel] of documents) {
    await openStored(page, origin.publish(name, { body }));
    await openPanel(page, panel);
    await expectNothing(page, `the panel ${panel}`);
  }
  const pages = await openPanel(page, 'Pages');
  await expect(pages.getByRole('button', { name: 'Page 1', exact: true })).toBeVisible();
  await expectNothing(page, 'the panel Pages');
});

test('axe finds nothing in the menu and the dialogs of the reader', async ({ page, origin }) => {
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await reader(page).getByRole('button', { name: 'More tools' }).click();
  await expectNothing(page, 'the menu open');
  await page.keyboard.press('Escape');
  await choose(page, 'Document properties…');
  await expect(reader(page).getByText('Fast web view')).toBeVisible();
  await expectNothing(page, 'the properties open');
  await page.keyboard.press('Escape');
  await choose(page, 'Print…');
  await expectNothing(page, 'the print dialog open');
  await page.keyboard.press('Escape');
  await takeTool(page, 'Signature');
  await markBar(page).getByRole('button', { name: 'Add signature…' }).click();
  await expect(page.getByRole('dialog', { name: 'Sign' })).toBeVisible();
  await expectNothing(page, 'the signature dialog open');
});

test('axe finds nothing while a page is read aloud, nor while it is presented', async ({ page, origin }) => {
  await giveVoice(page);
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await choose(page, 'Read aloud from here');
  await expect(reader(page).getByRole('region', { name: 'Read aloud' })).toBeVisible();
  await expectNothing(page, 'a page that is read aloud');
  await reader(page).getByRole('button', { name: 'Stop reading aloud' }).click();
  await choose(page, 'Present');
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});
