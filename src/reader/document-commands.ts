/** What is done with the document as a whole: properties, print, share, copies. */
export type DocumentCommand = { readonly command: 'show-properties' };
