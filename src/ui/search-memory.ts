import { SearchClient } from '../library/search/search-client.ts';

/** How much is shown before somebody asks for more. */
export const FIRST_LIMITS = { documents: 5, groups: 6 } as const;

/**
 * What somebody was looking for, as long as the window is open: whoever comes back from a document finds it again. It is
 * not in the address, because every change of that holds up downloads.
 */
export const searchMemory = {
  client: new SearchClient(),
  text: '',
  limits: FIRST_LIMITS as { readonly documents: number; readonly groups: number },
  /** Pixels from the top, where a result was followed from. */
  scrolledTo: undefined as number | undefined,
};
