/**
 * Takes the browser's own dialog for saving away, which no test can answer: pages download, as in browsers without it.
 * `saveInto()` puts one in its place that can be. Runs in the page.
 */
export function withoutSavePicker(): void {
  Reflect.deleteProperty(window, 'showSaveFilePicker');
}
