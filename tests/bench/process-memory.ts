import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';

/**
 * Memory of all processes that draw pages, their workers included: what JavaScript heaps don't show. Linux only.
 *
 * @returns MB (proportional set size), once the page's garbage is collected.
 */
export async function megabytesOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const browser = await page.context().browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('The browser is gone');
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  await browser.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = await Promise.all(renderers.map(({ id }) => proportionalSetSize(id)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function proportionalSetSize(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  if (kilobytes === undefined) throw new Error(`No Pss of process ${pid}`);
  return (Number(kilobytes) * 1024) / 1_000_000;
}
