import type { Locator, Page } from 'playwright/test';
import { axeFindings } from '../support/axe.ts';
import { giveVoice } from '../support/fake-voice.ts';
import { expect, test } from '../support/fixtures.ts';
import { makeLinesPdf } from '../support/pdfs.ts';
import { backToLibrary, choose, pageBox, read, reader, sheet } from '../support/reading.ts';
import { openStored } from '../support/stored-document.ts';

function controls(page: Page): Locator {
  return reader(page).getByRole('region', { name: 'Read aloud' });
}

/** The text that is marked as spoken, by the name of its CSS highlight. */
function marked(page: Page, name: 'sentence' | 'word'): Promise<string> {
  return page.evaluate((key) => [...(CSS.highlights.get(`reader-spoken-${key}`) ?? [])].map(String).join('|'), name);
}

test('it reads from the page in view on, marks what it reads, and the pages follow to the end', async ({
  page,
  origin,
}) => {
  const voice = await giveVoice(page);
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await reader(page).getByRole('button', { name: 'Next page' }).click();
  await expect(pageBox(page)).toHaveValue('2');
  await choose(page, 'Read aloud from here');
  await expect.poll(voice.said).toEqual([{ text: 'Test paper, page 2 of 3', rate: 1, lang: '' }]);
  expect(await marked(page, 'sentence')).toBe('Test paper, page 2 of 3');
  await voice.reachWord(5, 5);
  expect(await marked(page, 'word')).toBe('paper');
  await voice.finishSentence();
  await expect.poll(async () => (await voice.said()).at(-1)?.text).toBe('Test paper, page 3 of 3');
  await expect(sheet(page, 3).getByText('page 3 of 3')).toBeInViewport();
  await voice.finishSentence();
  await expect(controls(page).getByText('That was the end of the document.')).toBeVisible();
  expect(await marked(page, 'sentence')).toBe('');
});

test('it pauses, goes on with the sentence, skips, and keeps its speed', async ({ page, origin }) => {
  const voice = await giveVoice(page);
  await read(page, origin.publish('paper.pdf', { pages: 3 }));
  await choose(page, 'Read aloud from here');
  const press = (name: string): Promise<void> => controls(page).getByRole('button', { name }).click();
  await expect(controls(page).getByRole('button', { name: 'Pause reading' })).toBeFocused();
  await press('Pause reading');
  await voice.finishSentence();
  await press('Next sentence');
  await expect.poll(() => marked(page, 'sentence')).toBe('Test paper, page 2 of 3');
  expect(await voice.said()).toHaveLength(1);
  await press('Go on reading');
  await expect.poll(async () => (await voice.said()).at(-1)?.text).toBe('Test paper, page 2 of 3');
  await press('Previous sentence');
  await expect.poll(async () => (await voice.said()).at(-1)?.text).toBe('Test paper, page 1 of 3');
  await controls(page).getByRole('combobox', { name: 'Speed' }).selectOption('1.5 ×');
  await expect
    .poll(async () => (await voice.said()).at(-1))
    .toMatchObject({ text: 'Test paper, page 1 of 3', rate: 1.5 });
  expect(await axeFindings(page)).toEqual([]);
  await press('Stop reading aloud');
  await expect(controls(page)).toHaveCount(0);
  await choose(page, 'Read aloud from here');
  await expect.poll(async () => (await voice.said()).at(-1)?.rate).toBe(1.5);
  await backToLibrary(page);
  expect(await marked(page, 'sentence')).toBe('');
});

test('without a voice it says so', async ({ page, origin }) => {
  await page.addInitScript(() => {
    speechSynthesis.speak = (utterance) => {
      utterance.dispatchEvent(Object.assign(new Event('error'), { error: 'voice-unavailable' }));
    };
  });
  await read(page, origin.publish('paper.pdf'));
  await choose(page, 'Read aloud from here');
  await expect(controls(page).getByText('This browser has no voice to read with.')).toBeVisible();
});

test('it says whole sentences over the ends of lines, in the language of the document', async ({ page, origin }) => {
  const voice = await giveVoice(page);
  const body = await makeLinesPdf(['Der Zug hält. Ein lan-', 'ger Halt', '* * *', 'kommt noch.']);
  await openStored(page, origin.publish('zug.pdf', { body }));
  await expect(sheet(page, 1).getByText('ger Halt')).toBeVisible();
  await choose(page, 'Read aloud from here');
  await expect.poll(async () => (await voice.said()).length).toBe(1);
  await voice.finishSentence();
  const both = ['Der Zug hält.', 'Ein langer Halt * * * kommt noch.'];
  await expect.poll(voice.said).toEqual(both.map((text) => ({ text, rate: 1, lang: 'de-DE' })));
  const from = 'Ein '.length;
  await voice.reachWord(from, 'langer'.length);
  expect((await marked(page, 'word')).replace('-', '')).toContain('lan');
});
