/**
 * Runs in every page, before the app: the browser's own offer to install it comes when it likes, and its button would
 * stand in the way of whatever counts buttons. What a test dispatches itself gets through.
 */
export function withoutInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => event.isTrusted && event.stopImmediatePropagation());
}
