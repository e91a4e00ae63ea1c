import type { Page } from 'playwright/test';
import { makeAnnotatedPdf, makeFormPdf, makeXfaPdf } from '../origin/make-form-pdf.ts';
import { securityHeaders } from '../../src/ui/build/security-headers.ts';
import { expect, test } from '../support/fixtures.ts';
import { takeTool } from '../support/marking.ts';
import { makePicturePdf } from '../support/pdfs.ts';
import { choose, findBox, reader } from '../support/reading.ts';
import { openPanel } from '../support/sidebar.ts';
import { download, transfer } from '../support/story.ts';
import { openStored } from '../support/stored-document.ts';

declare global {
  var violations: string[];
}

/** What the browser says on the console of what a header forbids, or of one that it doesn't understand. */
const COMPLAINT = /(?:content security policy|trusted ?(?:types|html|script)|permissions?.policy|opener.policy)/iu;

function recordViolations(): void {
  globalThis.violations = [];
  globalThis.document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
    globalThis.violations.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`);
  });
}

test('a script in the page, or made of text, or of another folder does not run', async ({ page, app }) => {
  await page.addInitScript(recordViolations);
  await page.route('/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('</body>', '<script>isHacked = true</script></body>');
    await route.fulfill({ response, body });
  });
  const answer = await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sample shelf' })).toBeVisible();
  app.publish('not-ours.js', { body: 'isHacked = true' });
  const thrown = await page.evaluate(async () => {
    const attempts = {
      'script.text': () => Object.assign(globalThis.document.createElement('script'), { text: 'isHacked = true' }),
      innerHTML: () =>
        Object.assign(globalThis.document.body, { innerHTML: '<img src="x" onerror="isHacked = true">' }),
      'a function': () => Reflect.construct(Function, ['isHacked = true']) as unknown,
      'another worker': () => new Worker('/not-ours.js'),
      'a worker of text': () => new Worker('data:text/javascript,postMessage(1)'),
      'another service worker': () => navigator.serviceWorker.register('/not-ours.js'),
    };
    const names: string[] = [];
    await new Promise((resolve) => setTimeout(resolve)); // The tools that drive the page may make a function of text.
    for (const [name, attempt] of Object.entries(attempts)) {
      await (async () => attempt())().catch(() => names.push(name));
    }
    return { names, isHacked: 'isHacked' in globalThis };
  });
  const all = [
    'script.text',
    'innerHTML',
    'a function',
    'another worker',
    'a worker of text',
    'another service worker',
  ];
  expect(thrown).toEqual({ names: all, isHacked: false });
  expect(await page.evaluate(() => globalThis.violations)).toContainEqual(
    expect.stringMatching(/^script-src-elem inline/u),
  );
  const policy = answer?.headers()['content-security-policy'];
  expect((await fetch(`${app.url}/no/such/screen`)).headers.get('content-security-policy')).toBe(policy);
});

test('every answer carries the headers, and no other server hears from where it is asked', async ({
  page,
  app,
  origin,
}) => {
  await page.goto('/');
  const script = await page.evaluate(
    () => performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.js'))?.name ?? '',
  );
  for (const address of [app.url, `${app.url}/read/x`, `${app.url}/sw.js`, script, `${app.url}/manifest.webmanifest`]) {
    const { headers } = await fetch(address);
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(headers.get(name), `${name} of ${address}`).toBe(value);
    }
  }
  expect(securityHeaders).toMatchObject({ 'Referrer-Policy': 'no-referrer' });
  const pdf = origin.publish('paper.pdf');
  await page.goto('/transfers');
  await download(page, pdf.url);
  await expect(transfer(page, 'paper.pdf')).toContainText('Done');
  expect(pdf.requests.length).toBeGreaterThan(0);
  for (const { headers } of pdf.requests) expect(headers.referer).toBeUndefined();
});

test('nothing that the app does is against its own policy, and it may do no more than it needs', async ({
  context,
  page,
  origin,
}) => {
  const complaints: string[] = [];
  context.on('console', (message) => void (COMPLAINT.test(message.text()) && complaints.push(message.text())));
  await page.addInitScript(recordViolations);
  const answer = await page.goto('/transfers');
  await download(page, origin.publish('there.pdf').url);
  await expect(transfer(page, 'there.pdf')).toContainText('Done');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'This browser' })).toBeVisible();
  await expectNoViolations(page, 'Transfers and Settings');
  const { refused, allowed } = await features(page, answer?.headers()['permissions-policy'] ?? '');
  expect(refused).toEqual(expect.arrayContaining(['camera', 'clipboard-read', 'geolocation', 'microphone', 'usb']));
  expect(allowed.filter((name) => refused.includes(name))).toEqual([]);
  expect(allowed).toEqual(expect.arrayContaining(['clipboard-write', 'fullscreen', 'local-network-access']));
  const documents = {
    'marked.pdf': makeAnnotatedPdf(),
    'form.pdf': makeFormPdf(),
    'xfa.pdf': makeXfaPdf(),
    'picture.pdf': await makePicturePdf(),
  };
  for (const [name, body] of Object.entries(documents)) {
    await openStored(page, origin.publish(name, { body }));
    await expect(reader(page).getByRole('region', { name: /^Page \W*1\W*$/u })).toBeVisible();
    await openPanel(page, 'Pages');
    await choose(page, 'Night');
    await expectNoViolations(page, name);
  }
  await takeTool(page, 'Text');
  await findBox(page).fill('paper');
  await choose(page, 'Document properties…');
  await expect(reader(page).getByRole('dialog', { name: 'Document properties' })).toBeVisible();
  await expectNoViolations(page, 'tools and dialogs');
  expect(complaints).toEqual([]);
});

/** What the header refuses, and what the browser lets the page do. */
async function features(page: Page, header: string): Promise<Record<'refused' | 'allowed', readonly string[]>> {
  const allowed = await page.evaluate(() => {
    const { featurePolicy } = globalThis.document as unknown as {
      readonly featurePolicy: { allowedFeatures(): string[] };
    };
    return featurePolicy.allowedFeatures();
  });
  return { refused: Array.from(header.matchAll(/([\w-]+)=\(\)/gu), ([, name]) => name ?? ''), allowed };
}

async function expectNoViolations(page: Page, what: string): Promise<void> {
  expect(await page.evaluate(() => globalThis.violations), what).toEqual([]);
}
