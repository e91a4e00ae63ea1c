import type { Page } from 'playwright/test';
import type { Origin } from '../origin/origin.ts';
import { axeFindingsInBothLooks } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, findBox, pageBox, reader, sheet } from '../support/reading.ts';
import { document, download, transfer } from '../support/story.ts';

test('axe finds nothing on any screen, light or dark, narrow or wide', async ({ page, origin }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sample shelf' })).toBeVisible();
  await expectNothing(page, 'the Library, empty');
  await fillLibrary(page, origin);
  await expectNothing(page, 'the Library, busy');
  await checkReader(page);
  await checkOtherScreens(page);
});

test('Tab reaches, in the order of reading, the links, the form and every transfer’s buttons', async ({
  page,
  origin,
}) => {
  const main = page.getByRole('navigation', { name: 'Main' });
  await page.goto('/transfers');
  await download(page, origin.publish('missing.pdf', { status: 404 }).url);
  await expect(page.getByRole('button', { name: 'Retry missing.pdf' })).toBeVisible();
  await download(page, origin.publish('slow.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000 }).url);
  await expect(transfer(page, 'slow.pdf').getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  await page.getByRole('link', { name: 'Longhaul home' }).focus();
  const stops = [
    main.getByRole('link', { name: 'Library' }),
    main.getByRole('link', { name: 'Transfers' }),
    main.getByRole('link', { name: 'Settings' }),
    page.getByRole('textbox', { name: 'Address' }),
    page.getByRole('button', { name: 'Download', exact: true }),
    page.getByRole('button', { name: 'Choose files' }),
    page.getByRole('button', { name: 'Choose a folder' }),
    page.getByRole('link', { name: 'Read slow.pdf now' }),
    page.getByRole('button', { name: 'Pause slow.pdf' }),
    page.getByRole('button', { name: 'Cancel slow.pdf' }),
    page.getByRole('button', { name: 'Details of slow.pdf' }),
    page.getByRole('button', { name: 'Retry missing.pdf' }),
    page.getByRole('button', { name: 'Remove missing.pdf' }),
    page.getByRole('button', { name: 'Details of missing.pdf' }),
  ];
  for (const stop of stops) {
    await page.keyboard.press('Tab');
    await expect(stop).toBeFocused();
  }
});

test('after Remove by the keyboard the focus is still on the screen', async ({ page, origin }) => {
  await page.goto('/transfers');
  const files = ['one.pdf', 'two.pdf'].map((name) => origin.publish(name, { status: 404 }));
  await download(page, files.map(({ url }) => url).join('\n'));
  await expect(page.getByRole('button', { name: /^Remove/u })).toHaveCount(2);
  for (const name of ['one.pdf', 'two.pdf']) {
    const remove = page.getByRole('button', { name: `Remove ${name}` });
    await remove.focus();
    await remove.press('Enter');
    await expect(transfer(page, name)).toHaveCount(0);
    await expect.poll(() => isFocusLost(page), `after ${name} was removed`).toBe(false);
  }
});

test('after a document is removed by the keyboard the focus is still on the screen', async ({ page, origin }) => {
  await page.goto('/');
  const files = ['one.pdf', 'two.pdf'].map((name) => origin.publish(name));
  await download(page, files.map(({ url }) => url).join('\n'));
  await expect(page.getByRole('list', { name: 'Library' }).getByRole('link')).toHaveCount(2);
  for (const name of ['one.pdf', 'two.pdf']) {
    await page.getByRole('button', { name: `More about ${name}` }).focus();
    for (const key of ['Enter', 'End', 'Enter']) await page.keyboard.press(key); // Remove stands last in the menu.
    await expect(document(page, name)).toHaveCount(0);
    await expect.poll(() => isFocusLost(page), `after ${name} was removed`).toBe(false);
  }
});

test('wherever one goes the focus is on the screen’s heading, and Tab goes on from there', async ({ page, origin }) => {
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  await page.goto('/');
  await download(page, origin.publish('paper.pdf').url);
  await expect(document(page, 'paper.pdf')).toBeVisible();
  await page.getByRole('link', { name: 'Transfers' }).press('Enter');
  await expect(heading('Transfers')).toBeFocused();
  await page.getByRole('link', { name: 'Settings' }).press('Enter');
  await expect(heading('Settings')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Appearance', exact: true })).toBeFocused();
  await page.goBack(); // What has the focus goes with its screen.
  await expect(heading('Transfers')).toBeFocused();
  await page.getByRole('link', { name: 'Library', exact: true }).press('Enter');
  await expect(heading('Library')).toBeFocused();

  await document(page, 'paper.pdf').press('Enter');
  await expect(reader(page).getByRole('group', { name: 'Pages', exact: true })).toBeFocused();
  for (const [address, name] of [
    ['/nowhere', 'There is nothing here'],
    ['/read/nothing', 'This document is not in your library'],
    ['/', 'Library'],
  ] as const) {
    await page.evaluate((to) => void navigation.navigate(to), address);
    await expect(heading(name)).toBeFocused();
  }
});

/** A focus that is nowhere is on the body: the next Tab starts from the top again. */
async function isFocusLost(page: Page): Promise<boolean> {
  return page.evaluate(() => globalThis.document.activeElement === globalThis.document.body);
}

async function expectNothing(page: Page, screen: string): Promise<void> {
  expect.soft(await axeFindingsInBothLooks(page), `What axe finds on ${screen}`).toEqual([]);
}

/** Two documents, one of them damaged; a transfer that has failed, and two on their way. */
async function fillLibrary(page: Page, origin: Origin): Promise<void> {
  await download(page, 'ftp://not.for.us/');
  await expect(page.getByRole('alert').filter({ hasText: 'ftp://not.for.us/' })).toBeVisible();
  await download(
    page,
    [
      origin.publish('paper.pdf', { pages: 3 }).url,
      origin.publish('broken.pdf', { body: '%PDF-1.7\nrubbish' }).url,
      origin.publish('missing.pdf', { status: 404 }).url,
      origin.publish('slow.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000, ranges: false }).url,
      origin.publish('next.pdf', { bytes: 2_000_000, holdAfterBytes: 500_000 }).url,
    ].join('\n'),
  );
  await expect(document(page, 'paper.pdf')).toBeVisible();
  await expect(document(page, 'broken.pdf')).toBeVisible();
  await expect(transfer(page, 'missing.pdf').getByRole('button', { name: 'Retry missing.pdf' })).toBeVisible();
  await expect(transfer(page, 'slow.pdf').getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
}

async function checkReader(page: Page): Promise<void> {
  await document(page, 'broken.pdf').click();
  await expect(reader(page).getByRole('alert')).toBeVisible();
  await expectNothing(page, 'the Reader of a damaged document');
  await backToLibrary(page);
  await document(page, 'paper.pdf').click();
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
  await expectNothing(page, 'the Reader');
  await findBox(page).fill('paper');
  await expect(reader(page).getByText('1 of 3', { exact: true })).toBeVisible();
  await pageBox(page).fill('9');
  await pageBox(page).press('Enter');
  await expect(reader(page).getByText('is not a page of this document')).toBeVisible();
  await expectNothing(page, 'the Reader, in use');
  await backToLibrary(page);
}

async function checkOtherScreens(page: Page): Promise<void> {
  const main = page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: 'Transfers' }).click();
  await expect(transfer(page, 'slow.pdf')).toBeVisible();
  await expectNothing(page, 'the Transfers');
  await page.getByRole('button', { name: 'Details of missing.pdf' }).click();
  await expect(page.getByRole('dialog', { name: 'missing.pdf' })).toBeVisible();
  await expectNothing(page, 'the details of a transfer');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Pause all' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNothing(page, 'the question before a pause throws bytes away');
  await page.getByRole('button', { name: 'Keep downloading' }).click();
  await main.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('combobox', { name: 'Theme' })).toBeVisible();
  await expectNothing(page, 'the Settings');
  await page.goto('/no/such/screen');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expectNothing(page, 'an address that nothing has');
}
