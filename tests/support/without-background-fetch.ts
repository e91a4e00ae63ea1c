/** Runs in a page, before the app: takes from the browser what Firefox and Safari have not. */
export function withoutBackgroundFetch(): void {
  Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'backgroundFetch');
  Reflect.deleteProperty(globalThis, 'BackgroundFetchManager');
}
