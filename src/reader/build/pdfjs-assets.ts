import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Connect, Plugin } from 'vite';

const packageFile = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
const packageFolder = dirname(packageFile);
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

/** The version is part of the path, so that a cache never mixes the files of two versions. */
const assetsPath = `pdfjs/${version}/`;

interface AssetFolder {
  readonly name: string;
  /** Below pdfjs-dist. */
  readonly source: string;
  readonly needed: (fileName: string) => boolean;
}

const assetFolders: readonly AssetFolder[] = [
  { name: 'cmaps', source: 'cmaps', needed: () => true },
  { name: 'standard_fonts', source: 'standard_fonts', needed: () => true },
  { name: 'iccs', source: 'iccs', needed: () => true },
  // Every browser that pdf.js supports has WebAssembly; quickjs runs scripts of forms, which stay off.
  { name: 'wasm', source: 'wasm', needed: (file) => !/nowasm_fallback|quickjs/i.test(file) },
  // The style sheet's images are bundled with it; only icons of annotations are asked for by address.
  { name: 'images', source: 'web/images', needed: (file) => file.startsWith('annotation-') },
];

const contentTypes: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Puts the files that pdf.js fetches while it reads (cMaps, standard fonts, wasm decoders, colour profiles, icons)
 * under one stable path of the app, `pdfjs/<version>/`, in a build and in the dev server alike.
 * The page knows the path as `__PDFJS_ASSETS__`.
 */
export function pdfjsAssets(): Plugin {
  const files = assetFiles();
  return {
    name: 'pdfjs-assets',
    config: () => ({
      define: { __PDFJS_ASSETS__: JSON.stringify(assetsPath) },
      // Found only when the first document opens, they would make the dev server reload the page.
      optimizeDeps: { include: ['pdfjs-dist', 'pdfjs-dist/web/pdf_viewer.mjs'] },
    }),
    configureServer({ middlewares, config }) {
      middlewares.use(serve(files, config.base));
    },
    configurePreviewServer({ middlewares, config }) {
      middlewares.use(refuseMissing(files, config.base));
    },
    generateBundle() {
      for (const [fileName, file] of files) this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
    },
  };
}

/** Path below the app's base → file on disk. */
function assetFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { name, source, needed } of assetFolders) {
    const folder = join(packageFolder, source);
    for (const file of readdirSync(folder)) {
      if (needed(file)) files.set(`${assetsPath}${name}/${file}`, join(folder, file));
    }
  }
  return files;
}

function serve(files: ReadonlyMap<string, string>, base: string): Connect.NextHandleFunction {
  const refuse = refuseMissing(files, base);
  return (request, response, next) => {
    const file = files.get(pathBelow(base, request.url));
    if (!file) return refuse(request, response, next);
    response.setHeader('Content-Type', contentTypes[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  };
}

/** The app's HTML in place of a missing font or decoder would break documents without a word: say 404. */
function refuseMissing(files: ReadonlyMap<string, string>, base: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = pathBelow(base, request.url);
    if (!path.startsWith('pdfjs/') || files.has(path)) return next();
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end('Not found');
  };
}

function pathBelow(base: string, url = '/'): string {
  const path = url.replace(/[?#].*$/, '');
  return path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//, '');
}
