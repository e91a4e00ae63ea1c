import type { Page } from 'playwright/test';

/** The text on the clipboard. It is pasted into the page, and kept from the app, whose own policy lets nobody read it. */
export async function clipboardText(page: Page): Promise<string> {
  const pasting = await page.evaluateHandle(() => {
    const pasted = new Promise<string>((resolve) => {
      const take = (event: ClipboardEvent): void => {
        event.preventDefault();
        event.stopImmediatePropagation();
        resolve(event.clipboardData?.getData('text/plain') ?? '');
      };
      addEventListener('paste', take, { capture: true, once: true });
    });
    return { pasted };
  });
  await page.keyboard.press('ControlOrMeta+V');
  return pasting.evaluate(({ pasted }) => pasted);
}
