/** Hands bytes to the browser's own download. */
export function saveBytes(bytes: Blob, fileName: string): void {
  const url = URL.createObjectURL(bytes);
  Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
  // The browser reads the address in its own time; a minute is enough to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
