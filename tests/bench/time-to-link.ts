import type { Page } from 'playwright/test';

/**
 * Pastes an address, presses Download, and waits for a link of that name outside any list of transfers. Timed by the
 * page's own clock, at each of its frames, because a test's polling is coarser than what is measured.
 *
 * @returns milliseconds from the press to the link.
 */
export async function timeToLink(page: Page, address: string, name: string): Promise<number> {
  await page.bringToFront();
  const took = page.evaluate(watchForLink, name);
  await page.getByLabel('Address').fill(address);
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  return took;
}

/** Runs in the page. */
async function watchForLink(name: string): Promise<number> {
  const links = (root: Document | ShadowRoot): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap((each) => (each.shadowRoot ? links(each.shadowRoot) : [each]));
  const isLink = (each: Element): boolean => each instanceof HTMLAnchorElement && each.textContent.trim() === name;
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  const { timeStamp } = await new Promise<Event>((resolve) => {
    addEventListener('click', resolve, { capture: true, once: true });
  });
  while (!links(document).some(isLink)) await frame();
  return performance.now() - timeStamp;
}
