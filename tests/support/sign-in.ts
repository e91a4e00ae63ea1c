import { type Locator, type Page, expect } from 'playwright/test';
import type { PublishedFile } from '../origin/published-file.ts';

/** The dialog that asks who is there. */
export function signInDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: /^Sign in to / });
}

/** Opens the question of a transfer that waits for it. */
export async function openSignIn(row: Locator, host: string): Promise<void> {
  await row.getByRole('button', { name: `Sign in to ${host}` }).click();
}

/** Answers the open question with user and password. */
export async function giveUser(page: Page, user: string, password: string): Promise<void> {
  const dialog = signInDialog(page);
  await dialog.getByLabel('User', { exact: true }).fill(user);
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Answers the open question with a token. */
export async function giveToken(page: Page, token: string): Promise<void> {
  const dialog = signInDialog(page);
  await dialog.getByLabel('Token', { exact: true }).and(page.getByRole('radio')).check();
  await dialog.getByRole('textbox', { name: 'Token' }).fill(token);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The `Authorization` headers that reached a file's server, each once, in order. */
export function authorizations({ requests }: PublishedFile): string[] {
  return [...new Set(requests.map(({ headers }) => headers.authorization).filter((value) => value !== undefined))];
}

/** Fails when a secret stands on the screen, or readable in any row of the store. */
export async function expectNowhere(page: Page, secret: string): Promise<void> {
  expect(await page.getByRole('main').ariaSnapshot()).not.toContain(secret);
  expect(await storedText(page)).not.toContain(secret);
}

/** Every row of the store as JSON; keys and bytes come out empty. */
async function storedText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const db = await answer(indexedDB.open('longhaul'));
    const names = [...db.objectStoreNames];
    const rows = await Promise.all(names.map((name) => answer(db.transaction(name).objectStore(name).getAll())));
    db.close();
    const asText = (_name: string, value: unknown): unknown =>
      value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value;
    return JSON.stringify(rows, asText);
  });
}
