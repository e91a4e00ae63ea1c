// What `sw/build/service-worker.ts` puts in when it bundles the worker.

interface AssetEntry {
  readonly url: string;
  /** `null` where the url itself names the contents by a hash. */
  readonly revision: string | null;
}

/** The app's shell: kept from the worker's installation on. */
declare const __SHELL_ASSETS__: readonly AssetEntry[];

/** As package.json has it, and the hash of the app's entry that came with this worker: `src/ui/app-build.ts` is its page's. */
declare const __LONGHAUL_VERSION__: string;
declare const __APP_BUILD__: string;

/** pdf.js and what it loads, as paths below the worker's scope: kept from the first document on. */
declare const __READER_ASSETS__: readonly string[];
