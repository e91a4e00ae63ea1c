import type { Locator, Page } from 'playwright/test';
import { reader } from './reading.ts';

/** Opens the sidebar at one of its panels. */
export async function openPanel(page: Page, name: string): Promise<Locator> {
  const button = reader(page).getByRole('button', { name: 'Sidebar' });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  await reader(page).getByRole('tab', { name }).click();
  return reader(page).getByRole('tabpanel', { name });
}
