import type { Plugin } from 'vite';

/**
 * No script but our own, and none that is made of text: `wasm-unsafe-eval` is for pdf.js' decoders. Files may come from
 * any address that a person gives, by `fetch()` and Background Fetch; images also out of documents.
 */
const policy: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self' http: https: blob: data:",
  'img-src': "'self' blob: data:",
  'font-src': "'self' blob: data:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** What every answer of the server that serves the app should carry. */
const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': Object.entries(policy)
    .map((parts) => parts.join(' '))
    .join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Sends them with `npm start`. The server of `vite dev` puts scripts into the page and can't. */
export function sendsSecurityHeaders(): Plugin {
  return {
    name: 'security-headers',
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use((_request, response, next) => {
        for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
        next();
      }),
  };
}
