import { countUnseen } from '../src/store/documents.ts';

/** Shows on the app's icon how many documents nobody has looked at yet. Only installed apps have a badge. */
export async function updateBadge(): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  await navigator.setAppBadge(await countUnseen());
}
