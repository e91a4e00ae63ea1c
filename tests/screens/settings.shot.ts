import { expect, inView, shoot, shootWindow, test } from './fixtures.ts';

test('settings, and an address that no screen has', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByText('there is room for')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Not while Data Saver is on' })).toBeEnabled();
  await shoot(page, 'settings');
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await shoot(page, 'not-found');
});

test('all keys, and those of a single character turned off', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Show all keys' }).click();
  await shootWindow(page, 'keys');
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Keys of a single character' }).uncheck();
  await page.getByRole('button', { name: 'Show all keys' }).click();
  await expect(page.getByRole('dialog')).toContainText('turned off');
  await shootWindow(page, 'keys-off');
});

test('what the app is made of, and what goes into a report', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('region', { name: 'Diagnostics' }).getByRole('button').first().click();
  const about = page.getByRole('region', { name: 'About' });
  await about.getByText('Licences of Longhaul and of everything in it').click();
  await expect(about.getByRole('list', { name: 'Licences' })).toBeVisible();
  await shootWindow(page, 'settings-diagnostics', await inView(page.getByRole('region', { name: 'Diagnostics' })));
});

test('an app that can be installed', async ({ page }) => {
  await page.goto('/settings');
  await page.evaluate(() => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    globalThis.dispatchEvent(Object.assign(event, { prompt: async () => ({ outcome: 'dismissed' }) }));
  });
  const section = page.getByRole('region', { name: 'Install' });
  await expect(section.getByRole('button', { name: 'Install' })).toBeVisible();
  await shootWindow(page, 'settings-install', await inView(section, 'center'));
  await page.getByRole('link', { name: 'Library', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
  await shootWindow(page, 'install');
});
