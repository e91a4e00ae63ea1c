import { defineConfig } from 'vite';
import { pdfjsAssets } from './src/reader/build/pdfjs-assets.ts';
import { appVersion } from './src/ui/build/app-version.ts';
import { paintsEarly } from './src/ui/build/first-paint.ts';
import { hostingFiles } from './src/ui/build/hosting-files.ts';
import { licences } from './src/ui/build/licences.ts';
import { sendsSecurityHeaders } from './src/ui/build/security-headers.ts';
import { servesWebManifest } from './src/ui/build/web-manifest.ts';
import { serviceWorker } from './sw/build/service-worker.ts';
import { sampleShelf } from './tests/origin/sample-shelf.ts';

/** The reader's code goes into a folder of its own: the worker keeps it with the first document, not before. */
function folderOf(sources: readonly string[]): string {
  return sources.some((source) => /pdfjs-dist|\/src\/reader\/|^pdf-reader\./u.test(source)) ? 'reader' : 'assets';
}

export default defineConfig({
  plugins: [
    pdfjsAssets(),
    appVersion(),
    paintsEarly(),
    licences({ workers: ['sw/main.ts'] }),
    servesWebManifest(),
    hostingFiles(),
    sendsSecurityHeaders(),
    sampleShelf(),
    serviceWorker(),
  ],
  build: {
    target: 'es2023',
    sourcemap: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700, // pdf.js is what it is; it comes with the first document.
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: ({ moduleIds }) => `${folderOf(moduleIds)}/[name]-[hash].js`,
        // Not every server knows that `.mjs` is a script, and browsers run none that is sent as something else.
        assetFileNames: ({ names, originalFileNames }) =>
          `${folderOf([...names, ...originalFileNames])}/[name]-[hash]${names.some((name) => name.endsWith('.mjs')) ? '.js' : '[extname]'}`,
      },
    },
  },
});
