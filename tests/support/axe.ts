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
  await page.evaluate(await readFile(SOURCE, 'utf8'));
  const { violations } = await page.evaluate(async (rules): Promise<AxeResults> => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run(rules);
  }, RULES);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
  );
}
