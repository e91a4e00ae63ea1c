import { preview } from 'vite';
import { expect, test as base } from '../support/fixtures.ts';
import { freePorts } from '../support/global-setup.ts';
import { makeDocuments, seedLibrary } from '../support/seed-library.ts';
import { CATEGORIES, type Scores, lookAt } from './lighthouse.ts';
import { reportMedian } from './measurement.ts';
import { ROUNDS } from './scale.ts';

/** The app as `npm start` serves it, which compresses; the tests' own server doesn't, because that takes time. */
const test = base.extend<{ readonly address: string }>({
  address: async ({}, use) => {
    const server = await preview({ logLevel: 'error', preview: { port: 0, host: 'localhost' } });
    const [address = ''] = server.resolvedUrls?.local ?? [];
    await use(address.replace(/\/$/u, ''));
    await server.close();
  },
});

const FORMS = ['desktop', 'mobile'] as const;

/** What is kept is how much lacks: less is better, as of everything in the table. */
async function measure(name: string, look: (form: (typeof FORMS)[number]) => Promise<Scores>): Promise<void> {
  for (const form of FORMS) {
    const scores: Scores[] = [];
    for (let round = 0; round < ROUNDS; round += 1) scores.push(await look(form));
    for (const category of CATEGORIES) {
      const runs = scores.map((score) => 100 - score[category]);
      await reportMedian(test.info(), {
        name: `Lighthouse 12, ${form}, ${name}: ${category}, short of 100`,
        unit: 'points',
        bar: 0,
        runs,
      });
    }
  }
}

for (const path of ['/', '/transfers', '/settings']) {
  test(`Lighthouse looks at ${path}, in a browser that never saw the app`, async ({ address }) => {
    await measure(path, async (form) => lookAt(address + path, form));
  });
}

test.describe('with documents', () => {
  test.use({ ownBrowser: true, newProfile: true });

  test('Lighthouse looks at a library of twelve', async ({ address, launch }) => {
    const [port = 0] = await freePorts(1);
    const context = await launch({ args: [`--remote-debugging-port=${port}`] });
    const page = await context.newPage();
    await page.goto(`${address}/`);
    await expect(page.getByRole('list', { name: 'Samples' })).toBeVisible();
    await seedLibrary(page, { documents: makeDocuments(12), covers: true });
    await page.reload();
    await expect(page.getByRole('list', { name: 'Library' }).getByRole('link').first()).toBeVisible();
    await page.goto('about:blank');
    await measure('12 documents', async (form) => lookAt(`${address}/`, form, port));
  });
});
