import { createHash } from 'node:crypto';
import { addSha256Of } from '../support/add-sha256-of.ts';
import { expect, test } from '../support/fixtures.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await addSha256Of(page);
});

test('SHA-256 of known texts is as FIPS 180-4 has it', async ({ page }) => {
  const digests = await page.evaluate(() =>
    Promise.all([longhaul.sha256Of(new Blob([])), longhaul.sha256Of(new Blob(['abc']))]),
  );
  expect(digests).toEqual([
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  ]);
});

test('SHA-256 of a file does not depend on where its segments end', async ({ page }) => {
  const text = 'Longhaul'.repeat(1_200_000);
  const digest = await page.evaluate(
    (all) => longhaul.sha256Of(new Blob([all.slice(0, 5), all.slice(5, 4_194_305), all.slice(4_194_305)])),
    text,
  );
  expect(digest).toBe(createHash('sha256').update(text).digest('hex'));
});

test('hashing ends with its signal, at the next slice', async ({ page }) => {
  const outcome = await page.evaluate(async () => {
    const abort = new AbortController();
    const hashing = longhaul.sha256Of(new Blob(['Longhaul'.repeat(1_200_000)]), abort.signal);
    abort.abort();
    return hashing.catch((error: unknown) => (error === abort.signal.reason ? 'its reason' : String(error)));
  });
  expect(outcome).toBe('its reason');
});
