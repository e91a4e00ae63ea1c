import { type Locator, type Page, expect } from 'playwright/test';
import type { PublishedFile } from '../origin/published-file.ts';
import { openStored } from './stored-document.ts';
import { document, download } from './story.ts';

/** The whole reader: toolbar and pages. */
export function reader(page: Page): Locator {
  return page.getByRole('region', { name: 'Reader', exact: true });
}

/** One page of the open document. pdf.js puts marks of writing direction around the number in its name. */
export function sheet(page: Page, number: number): Locator {
  return reader(page).getByRole('region', { name: new RegExp(String.raw`^Page \W*${number}\W*$`, 'u') });
}

export function pageBox(page: Page): Locator {
  return reader(page).getByRole('textbox', { name: 'Page', exact: true });
}

export function findBox(page: Page): Locator {
  return reader(page).getByRole('textbox', { name: 'Find', exact: true });
}

export function zoom(page: Page): Locator {
  return reader(page).getByRole('combobox', { name: 'Zoom' });
}

/** Types a size into the Zoom box, as `137` or `75 %`. */
export async function zoomTo(page: Page, size: string): Promise<void> {
  await zoom(page).fill(size);
  await zoom(page).press('Enter');
}

/** Chooses a line of the reader's menu. */
export async function choose(page: Page, line: string): Promise<void> {
  await reader(page).getByRole('button', { name: 'More tools' }).click();
  const menu = reader(page).getByRole('menu', { name: 'More tools' });
  await menu.getByText(line, { exact: true }).click();
}

/**
 * Downloads a document from the screen that is shown, the Library, and opens it.
 *
 * @param name of its file; its own title may be the same without the ending, and is shown a moment later.
 */
export async function bringIn(page: Page, address: string, name: string): Promise<void> {
  await download(page, address);
  await document(page, name)
    .or(document(page, name.replace(/\.pdf$/u, '')))
    .click();
}

/** Opens a document of `makePdf`, which was downloaded before; its first page can be read. */
export async function read(page: Page, file: PublishedFile): Promise<void> {
  await openStored(page, file);
  await expect(sheet(page, 1).getByText('Test paper')).toBeVisible();
}

/** Leaves the reader by its way back. */
export async function backToLibrary(page: Page): Promise<void> {
  await reader(page).getByRole('link', { name: 'Library' }).click();
  await expect(page.getByRole('heading', { name: 'Library', exact: true })).toBeVisible();
}
