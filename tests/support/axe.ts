import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** WCAG 2.0 to 2.2, A and AA, and what axe holds to be good practice. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** What axe finds wrong on the screen that is shown: a line for each element, with the rule that it breaks. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(await readFile(SOURCE, 'utf8'));
  const { violations } = await page.evaluate(async (rules): Promise<AxeResults> => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run(rules);
  }, RULES);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
  );
}

/** Each theme and each size once: contrast hangs on the one, what fits on the other. */
const LOOKS = [
  { colorScheme: 'light', size: { width: 360, height: 740 } },
  { colorScheme: 'dark', size: { width: 1280, height: 800 } },
] as const;

/** What axe finds on the screen that is shown, in light on a phone and in dark on a computer; see `axeFindings()`. */
export async function axeFindingsInBothLooks(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, size } of LOOKS) {
    // Half-way from one theme to the other a colour has neither contrast.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    found.push(...(await axeFindings(page)).map((finding) => `${colorScheme}, ${size.width} px: ${finding}`));
  }
  return found;
}
