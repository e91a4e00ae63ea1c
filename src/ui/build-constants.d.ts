/** As package.json has it. Set by `build/app-version.ts`. */
declare const __LONGHAUL_VERSION__: string;
