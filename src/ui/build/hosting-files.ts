import type { Plugin } from 'vite';
import { ASK_FIRST, FOR_EVER, immutableFolders } from './cache-headers.ts';
import { securityHeaders } from './security-headers.ts';

/** Files below the app's base whose address stays while their contents change. */
const CHANGING = ['', 'index.html', 'sw.js', 'manifest.webmanifest'];

/** Worth sending compressed, beside HTML, which always is. */
const COMPRESSED = 'text/css text/javascript application/javascript application/wasm image/svg+xml';

/**
 * Puts what `npm start` sends beside the app, in the form that static hosts take: `_headers` and `_redirects` as Netlify
 * and others read them, `nginx.conf` to be included in a `server` block.
 */
export function hostingFiles(): Plugin {
  let base = '/';
  return {
    name: 'hosting-files',
    apply: 'build',
    configResolved(config) {
      // Screens have addresses of their own, so what is relative to the page leads elsewhere from each.
      if (!config.base.startsWith('/')) throw new Error(`The base has to begin with a slash, got ${config.base}`);
      base = config.base;
    },
    generateBundle() {
      const files = { _headers: headersFile(base), _redirects: redirectsFile(base), 'nginx.conf': nginxFile(base) };
      for (const [fileName, source] of Object.entries(files)) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/**
 * No header is named twice for one address: hosts join the values by a comma.
 *
 * @see https://docs.netlify.com/manage/routing/headers/
 */
export function headersFile(base: string): string {
  return [
    rule(`${base}*`, securityHeaders),
    ...immutableFolders.map((folder) => rule(`${base}${folder}/*`, { 'Cache-Control': FOR_EVER })),
    ...CHANGING.map((file) => rule(base + file, { 'Cache-Control': ASK_FIRST })),
  ].join('\n');
}

function rule(path: string, headers: Readonly<Record<string, string>>): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
}

/**
 * Every address is the app, but a missing file of a folder that is kept for ever must not look like one that is there.
 *
 * @see https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function redirectsFile(base: string): string {
  const missing = immutableFolders.map((folder) => `${base}${folder}/* ${base}index.html 404`);
  return [...missing, `${base}* ${base}index.html 200`, ''].join('\n');
}

/** A location that adds one header of its own loses those around it, so each names all. */
export function nginxFile(base: string): string {
  const kept = (folder: string): string => location(base + folder, FOR_EVER, 'try_files $uri =404;');
  const manifest = ['types {}', 'default_type application/manifest+json;'];
  return [
    '# Include this in the server block of a site with HTTPS. Its root is',
    base === '/' ? '# the folder that this file lies in.' : `# the folder in which this one is found as ${base}`,
    ...(base === '/' ? [] : [`location = ${base.slice(0, -1)} {\n  return 301 ${base};\n}`]),
    location(base, ASK_FIRST, `try_files $uri ${base}index.html;`),
    ...immutableFolders.map((folder) => kept(`${folder}/`)),
    location(`= ${base}manifest.webmanifest`, ASK_FIRST, ...manifest),
    `location ~ ^${base}(?:_headers|_redirects|nginx\\.conf)$ {\n  return 404;\n}`,
    '',
  ].join('\n');
}

function location(path: string, cacheControl: string, ...lines: readonly string[]): string {
  const headers = Object.entries(securityHeaders).map(([name, value]) => `add_header ${name} "${value}" always;`);
  const all = [
    ...headers,
    `add_header Cache-Control "${cacheControl}";`,
    'gzip on;',
    `gzip_types ${COMPRESSED};`,
    ...lines,
  ];
  return [`location ${path} {`, ...all.map((line) => `  ${line}`), '}'].join('\n');
}
