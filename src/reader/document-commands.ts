/** What is done with the document as a whole. */
export type DocumentCommand =
  | { readonly command: 'show-properties' }
  | { readonly command: 'print' }
  /** Selects the text of all pages, those that are not drawn too; copying then takes it all. */
  | { readonly command: 'select-all' }
  | { readonly command: 'copy-all' }
  /** Asks the app to hand the stored file to the browser's own download. */
  | { readonly command: 'save' }
  | { readonly command: 'share' };
