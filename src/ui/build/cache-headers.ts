/** Folders below the app's base in which an address never changes its contents: a hash or pdf.js' version is part of it. */
export const immutableFolders = ['assets', 'reader', 'pdfjs'] as const;

/** For what is in one of those: never asked for again. */
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** For everything else, the app's page and its worker above all: asked for each time, and sent where it has changed. */
export const ASK_FIRST = 'no-cache';

/**
 * How long the answer to an address may be kept.
 *
 * @param url of a request, from the path on.
 * @param base of the app, with a slash at both ends.
 */
export function cacheControl(url: string, base: string): string {
  const isImmutable = immutableFolders.some((folder) => url.startsWith(`${base}${folder}/`));
  return isImmutable ? FOR_EVER : ASK_FIRST;
}
