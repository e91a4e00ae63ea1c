// What `sw/build/service-worker.ts` puts in when it bundles the worker.

interface AssetEntry {
  readonly url: string;
  /** `null` where the url itself names the contents by a hash. */
  readonly revision: string | null;
}

/** The app's shell: kept from the worker's installation on. */
declare const __SHELL_ASSETS__: readonly AssetEntry[];

/** pdf.js and what it loads, as paths below the worker's scope: kept from the first document on. */
declare const __READER_ASSETS__: readonly string[];
