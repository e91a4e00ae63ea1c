import { type Locator, type Page, expect } from 'playwright/test';
import type { MarkRow } from '../../src/store/schema.ts';
import { reader, sheet } from './reading.ts';
import { storedRows } from './stored-rows.ts';

/** The row of tools for marking. */
export function markBar(page: Page): Locator {
  return reader(page).getByRole('toolbar', { name: 'Mark', exact: true });
}

/** Opens the row if need be, and takes up a tool. */
export async function takeTool(page: Page, name: string): Promise<void> {
  if (!(await markBar(page).isVisible())) await reader(page).getByRole('button', { name: 'Mark', exact: true }).click();
  const tool = markBar(page).getByRole('button', { name, exact: true });
  await tool.click();
  await expect(tool).toHaveAttribute('aria-pressed', 'true');
}

/** Lays down whatever tool is in use. */
export async function leaveTool(page: Page, name: string): Promise<void> {
  const tool = markBar(page).getByRole('button', { name, exact: true });
  await tool.click();
  await expect(tool).toHaveAttribute('aria-pressed', 'false');
}

/** Selects a line of a page with the mouse. */
export async function selectLine(page: Page, text: string, sheetNumber = 1): Promise<void> {
  const line = sheet(page, sheetNumber).getByText(text, { exact: true });
  await expect(line).toBeVisible();
  const box = await line.boundingBox();
  if (!box) throw new Error(`${text} is not on the screen`);
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, middle, { steps: 5 });
  await page.mouse.up();
}

/** The entries of the Marks panel, which is opened if need be. */
export async function marksPanel(page: Page): Promise<Locator> {
  const sidebar = reader(page).getByRole('button', { name: 'Sidebar', exact: true });
  if ((await sidebar.getAttribute('aria-expanded')) !== 'true') await sidebar.click();
  await reader(page).getByRole('tab', { name: 'Marks' }).click();
  return reader(page).getByRole('tabpanel', { name: 'Marks' });
}

/** How many rows of that kind lie in the store. */
export async function storedMarks(page: Page, kind: MarkRow['kind']): Promise<number> {
  return (await storedRows(page, 'marks')).filter((row) => row.kind === kind).length;
}
