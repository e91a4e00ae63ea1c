import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Plugin, type ResolvedConfig, type Rolldown, build } from 'vite';

/** One entry of `licences.json`, which Settings › About shows. */
export interface Licence {
  /** Of a package, or of the files that lie below one. */
  readonly name: string;
  /** Of the package; absent for files that have none of their own. */
  readonly version?: string;
  /** As the package names it, by SPDX. */
  readonly licence?: string;
  /** Every licence file as it is. */
  readonly texts: readonly string[];
}

/** Beside the app, with a name that stays: the worker's list tells when it has changed. */
const FILE = 'licences.json';

const LICENCE_FILE = /^(?:licen[cs]e|notice|copying)/iu;

/**
 * Lists the licence of every package of which something is in the app: in its scripts, in its workers, or beside them as
 * files that are fetched. Nothing is written down by hand, so nothing is forgotten, and what is no more used goes.
 *
 * @param workers entries that are bundled by a build of their own.
 * @throws {Error} when a package has no licence file: then somebody has to look.
 */
export function licences({ workers }: { readonly workers: readonly string[] }): Plugin {
  const folders = new Set<string>();
  let config: ResolvedConfig;
  return {
    name: 'licences',
    apply: 'build',
    // Workers that the app starts are builds of their own with these plugins.
    config: () => ({ worker: { plugins: () => [collects(folders)] } }),
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        collect(bundle, folders);
        for (const entry of workers) collect(await bundleOf(entry, config), folders);
        // Files are named from the root on, also where packages lie outside it.
        const packages = new Set(Array.from(folders, (folder) => resolve(config.root, folder)));
        const others = [...Array.from(packages, readPackage), ...readAssets(bundle)];
        const sorted = others.toSorted((a, b) => a.name.localeCompare(b.name));
        const source = JSON.stringify([readOwn(config.root), ...sorted]);
        this.emitFile({ type: 'asset', fileName: FILE, source });
      },
    },
  };
}

/**
 * The folder of the package that a module comes from.
 *
 * @param moduleId as bundlers name it: a path, perhaps with a query, or something of their own.
 */
export function packageFolder(moduleId: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(moduleId.replaceAll('\\', '/'))?.[0].replace(/^\0+/u, '');
}

function collects(folders: Set<string>): Plugin {
  return { name: 'licences-of-workers', generateBundle: (_options, bundle) => collect(bundle, folders) };
}

function collect(bundle: Rolldown.OutputBundle, folders: Set<string>): void {
  for (const output of Object.values(bundle)) {
    const sources = output.type === 'chunk' ? output.moduleIds : output.originalFileNames;
    for (const source of sources) {
      const folder = packageFolder(source);
      if (folder !== undefined) folders.add(folder);
    }
  }
}

/** What a worker's own build will take in, found by a build that writes nothing. */
async function bundleOf(entry: string, { root }: ResolvedConfig): Promise<Rolldown.OutputBundle> {
  const built = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, rolldownOptions: { input: entry } },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  return Object.fromEntries(outputs.map((output) => [output.fileName, output]));
}

function readPackage(folder: string): Licence {
  const { name, version, license } = readDescription(folder);
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0) throw new Error(`${name} is part of the app, and has no licence file`);
  return { name, version, licence: license, texts };
}

function readOwn(root: string): Licence {
  return { ...readPackage(root), name: 'Longhaul' };
}

function readDescription(folder: string): {
  readonly name: string;
  readonly version: string;
  readonly license: string;
} {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ReturnType<typeof readDescription>;
}

/** Licences that lie beside files which the app fetches, such as pdf.js' fonts and decoders. */
function readAssets(bundle: Rolldown.OutputBundle): Licence[] {
  return Object.values(bundle).flatMap((output) => {
    const [folder, file] = output.fileName.split('/').slice(-2);
    if (output.type !== 'asset' || folder === undefined || file === undefined || !LICENCE_FILE.test(file)) return [];
    const text = typeof output.source === 'string' ? output.source : new TextDecoder().decode(output.source);
    return [{ name: assetName(folder, file), texts: [text.trim()] }];
  });
}

/** `wasm`, `LICENSE_OPENJPEG` → `OPENJPEG (wasm)`. */
function assetName(folder: string, file: string): string {
  const part = file.replace(/^[^_]*_?/u, '').replaceAll('_', ' ');
  return part === '' ? `pdf.js ${folder}` : `${part} (pdf.js ${folder})`;
}
