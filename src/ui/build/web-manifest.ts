import type { Plugin } from 'vite';

const FILE = 'manifest.webmanifest';

const PDF = { 'application/pdf': ['.pdf'] };

const png = (name: string, sizes: string) => ({ src: `icons/${name}.png`, sizes, type: 'image/png' });

const shortcut = (name: string, description: string, url: string) => ({
  name,
  description,
  url,
  icons: [png('icon-192', '192x192')],
});

/**
 * What the app is to the system that installs it. Addresses are relative to the manifest, which lies at the app's base;
 * only the id is not: browsers resolve it against the origin.
 *
 * @see https://w3c.github.io/manifest/
 */
export function webManifest(base: string): object {
  return {
    id: base,
    name: 'Longhaul',
    short_name: 'Longhaul',
    description: 'Add an address, close the tab; read the PDF offline.',
    lang: 'en',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    // The app's own bar is the title bar then, if the person wants it so: see `tokens.css`.
    display_override: ['window-controls-overlay'],
    // Downloads and the open document stay as they are; `src/ui/launches.ts` goes where the launch wants to.
    launch_handler: { client_mode: ['focus-existing', 'auto'] },
    orientation: 'any',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    categories: ['books', 'productivity', 'utilities'],
    prefer_related_applications: false,
    icons: [
      { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      png('icon-192', '192x192'),
      png('icon-512', '512x512'),
      { ...png('icon-maskable-512', '512x512'), purpose: 'maskable' },
      { ...png('icon-monochrome-512', '512x512'), purpose: 'monochrome' },
    ],
    screenshots: [
      screenshot('wide', 'wide', '1280x800', 'The library, with a download on its way'),
      screenshot('wide-reader', 'wide', '1280x800', 'Reading a document, with its outline beside it'),
      screenshot('narrow', 'narrow', '720x1440', 'Reading a document on a phone'),
      screenshot('narrow-library', 'narrow', '720x1440', 'The library on a phone'),
    ],
    share_target: {
      action: 'share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        title: 'title',
        text: 'text',
        url: 'url',
        files: [{ name: 'files', accept: ['application/pdf', '.pdf'] }],
      },
    },
    file_handlers: [{ action: './', accept: PDF, icons: [png('icon-192', '192x192')], launch_type: 'single-client' }],
    // Each is read by `src/ui/start-address.ts`, or is a screen.
    shortcuts: [
      shortcut('Add', 'Give the address of a PDF to download', './?add'),
      shortcut('Transfers', 'See what is on its way', './transfers'),
      shortcut('Last read', 'Go on with the document that you read last', './?last'),
    ],
  };
}

function screenshot(name: string, formFactor: 'wide' | 'narrow', sizes: string, label: string): object {
  return { src: `screenshots/${name}.png`, sizes, type: 'image/png', form_factor: formFactor, label };
}

/** Puts the manifest at the app's base, in a build and in the dev server alike. */
export function servesWebManifest(): Plugin {
  let base = '/';
  const text = (): string => JSON.stringify(webManifest(base), undefined, 2);
  return {
    name: 'web-manifest',
    configResolved(config) {
      base = config.base;
    },
    configureServer: ({ middlewares }) =>
      void middlewares.use(({ url }, response, next) => {
        if (url !== base + FILE) return next();
        response.setHeader('Content-Type', 'application/manifest+json');
        response.end(text());
      }),
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'manifest', href: base + FILE }, injectTo: 'head' }],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: text() });
    },
  };
}
