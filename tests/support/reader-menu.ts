import type { Page } from 'playwright/test';
import { reader } from './reading.ts';

/** Chooses a line of the reader's menu. */
export async function chooseInMenu(page: Page, name: string): Promise<void> {
  await reader(page).getByRole('button', { name: 'More tools' }).click();
  await reader(page).getByRole('menu').getByRole('menuitem', { name, exact: true }).click();
}
