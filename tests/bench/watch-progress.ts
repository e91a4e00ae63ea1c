import type { Page } from 'playwright/test';

/** Tells every value that the progress bar of that name shows, in percent, whenever a frame shows another. */
export async function watchProgress(page: Page, name: string, onShown: (percent: number) => void): Promise<void> {
  await page.exposeFunction('onShown', onShown);
  await page.evaluate(watchFrames, `Progress of ${name}`);
}

/** Runs in the page. */
function watchFrames(label: string): void {
  const { onShown } = globalThis as unknown as { readonly onShown: (percent: number) => void };
  const all = (root: Document | ShadowRoot): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap((each) => (each.shadowRoot ? all(each.shadowRoot) : [each]));
  const isBar = (each: Element): boolean => each.ariaLabel === label && each.role === 'progressbar';
  let shown: string | null | undefined;
  const look = (): void => {
    const now = all(document).find(isBar)?.ariaValueNow;
    if (typeof now === 'string' && now !== shown) onShown(Number(now));
    shown = now ?? shown;
    requestAnimationFrame(look);
  };
  look();
}
