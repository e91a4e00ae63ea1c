import type { Page } from 'playwright/test';
import { makeAnnotatedPdf, makeFormPdf, makeXfaPdf } from '../origin/make-form-pdf.ts';
import { expect, test } from '../support/fixtures.ts';
import { takeTool } from '../support/marking.ts';
import { makePicturePdf } from '../support/pdfs.ts';
import { bringIn, choose, findBox, reader } from '../support/reading.ts';
import { openPanel } from '../support/sidebar.ts';

declare global {
  var violations: string[];
}

function recordViolations(): void {
  globalThis.violations = [];
  globalThis.document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
    globalThis.violations.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`);
  });
}

test('the app runs no script that is not its own, and none that is made of text', async ({ page, app }) => {
  const answer = await page.goto('/');
  const { 'content-security-policy': policy } = answer?.headers() ?? {};
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  await expect(page.getByRole('heading', { name: 'Sample shelf' })).toBeVisible();
  const made = await page.evaluate(() => {
    const script = globalThis.document.createElement('script');
    script.textContent = 'globalThis.isHacked = true';
    globalThis.document.body.append(script);
    return 'isHacked' in globalThis;
  });
  expect(made).toBe(false);
  expect((await fetch(`${app.url}/no/such/screen`)).headers.get('content-security-policy')).toBe(policy);
});

test('nothing that the app does is against its own policy', async ({ page, origin }) => {
  await page.addInitScript(recordViolations);
  const documents = {
    'marked.pdf': makeAnnotatedPdf(),
    'form.pdf': makeFormPdf(),
    'xfa.pdf': makeXfaPdf(),
    'picture.pdf': await makePicturePdf(),
  };
  for (const [name, body] of Object.entries(documents)) {
    await page.goto('/');
    await bringIn(page, origin.publish(name, { body }).url, name);
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
});

async function expectNoViolations(page: Page, what: string): Promise<void> {
  expect(await page.evaluate(() => globalThis.violations), what).toEqual([]);
}
