import { browserPath } from './find-browser.ts';

/** One browser for all workers, installed before they start. */
export default function globalSetup(): void {
  console.log(`Browser: ${browserPath()}`);
}
