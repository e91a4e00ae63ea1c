import { msg, str } from '../language/msg.ts';
import { ReaderNoticeEvent } from './notice-event.ts';

/** Puts the address of a page, which opens this document there, on the clipboard, and says so. */
export async function copyLink(container: HTMLElement, pageNumber: number): Promise<void> {
  const address = `${location.origin}${location.pathname}#page=${pageNumber}`;
  try {
    await navigator.clipboard.writeText(address);
    container.dispatchEvent(new ReaderNoticeEvent(msg(str`The link to page ${pageNumber} is copied.`)));
  } catch {
    // No leave to write there: the address itself can be selected.
    container.dispatchEvent(
      new ReaderNoticeEvent(msg(str`The browser did not let Longhaul copy. The link is ${address}`)),
    );
  }
}
