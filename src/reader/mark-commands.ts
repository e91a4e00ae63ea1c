/** Annotations, forms and bookmarks. */
export type MarkCommand = { readonly command: 'toggle-bookmark' };
