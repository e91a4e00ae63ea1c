import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Plugin, type ResolvedConfig, build } from 'vite';

/** Kept with the first document: pdf.js' code (`reader/`) and what it loads (`pdfjs/`). */
const READER = /^(?:reader|pdfjs)\//u;

/** Never kept: what only developers, servers or the install dialog look at, and the worker itself. */
const NOT_KEPT = /\.map$|^screenshots\/|^robots\.txt$|^sw\.js$|^_headers$|^_redirects$|^nginx\.conf$/u;

/** File names that carry a hash of their contents. */
const HASHED = /^assets\//u;

/**
 * Bundles `sw/main.ts` as `sw.js` behind the app's own build, with the list of what that build wrote.
 * `workbox-build` would do the listing at the price of 300 packages.
 */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'longhaul-service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const outDir = resolve(config.root, config.build.outDir);
        await bundleWorker(config, outDir, await listFiles(outDir));
      },
    },
  };
}

async function bundleWorker({ root, base }: ResolvedConfig, outDir: string, files: readonly string[]): Promise<void> {
  const kept = files.filter((file) => !NOT_KEPT.test(file));
  const shell = kept.filter((file) => !READER.test(file)).map((file) => toEntry(outDir, file));
  await build({
    configFile: false,
    root,
    base,
    publicDir: false,
    logLevel: 'warn',
    define: {
      __SHELL_ASSETS__: JSON.stringify(await Promise.all(shell)),
      __LONGHAUL_VERSION__: JSON.stringify(await readVersion(root)),
      __APP_BUILD__: JSON.stringify(entryHash(files)),
      __READER_ASSETS__: JSON.stringify(kept.filter((file) => READER.test(file))),
      'process.env.NODE_ENV': '"production"', // Workbox leaves its logs out.
    },
    build: {
      outDir,
      emptyOutDir: false,
      sourcemap: true,
      target: 'es2023',
      rolldownOptions: { input: 'sw/main.ts', output: { entryFileNames: 'sw.js', format: 'iife' } },
    },
  });
}

async function readVersion(root: string): Promise<string> {
  const description = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  return description.version;
}

/** The same that the page reads off its own address (`src/ui/app-build.ts`). */
function entryHash(files: readonly string[]): string {
  const entries = files.map((file) => /^assets\/index-(?<hash>[\w-]{8})\.js$/u.exec(file)?.groups?.['hash']);
  return entries.find((hash) => hash !== undefined) ?? '';
}

async function toEntry(outDir: string, file: string): Promise<{ url: string; revision: string | null }> {
  if (HASHED.test(file)) return { url: file, revision: null };
  const contents = await readFile(join(outDir, file));
  return { url: file, revision: createHash('sha256').update(contents).digest('hex').slice(0, 16) };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).toSorted();
}
