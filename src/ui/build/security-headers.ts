import type { Plugin } from 'vite';
import { cacheControl } from './cache-headers.ts';

/**
 * No script but our own, and none that is made of text: `wasm-unsafe-eval` is for pdf.js' decoders. Files may come from
 * any address that a person gives, by `fetch()` and Background Fetch; images also out of documents. What could turn text
 * into markup or a script needs a trusted type: lit makes its templates by `lit-html`, and `default` lets the app's own
 * files become workers, nothing else (`src/ui/own-scripts.ts`).
 */
const policy: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self' http: https: blob: data:",
  'img-src': "'self' blob: data:",
  'font-src': "'self' blob: data:",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html default',
};

/**
 * What the app doesn't use, whether it would be asked about or not. Beside this a page may do what browsers grant its own
 * origin, such as to copy, to fill the screen, to share, and to reach addresses of a home's own network. `bluetooth` is
 * not among them: Chromium on Linux doesn't know the name, and would say so on its console at every load.
 */
const unused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'compute-pressure',
  'cross-origin-isolated',
  'deferred-fetch',
  'deferred-fetch-minimal',
  'digital-credentials-get',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'language-detector',
  'language-model',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'on-device-speech-recognition',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'speaker-selection',
  'storage-access',
  'summarizer',
  'sync-xhr',
  'translator',
  'unload',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** What every answer of the server that serves the app should carry. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': Object.entries(policy)
    .map((parts) => parts.join(' '))
    .join('; '),
  'Permissions-Policy': unused.map((name) => `${name}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Sends them with `npm start`. The server of `vite dev` puts scripts into the page and can't. */
export function sendsSecurityHeaders(): Plugin {
  return {
    name: 'security-headers',
    configurePreviewServer: ({ middlewares, config }) =>
      void middlewares.use(({ url = '/' }, response, next) => {
        for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
        response.setHeader('Cache-Control', cacheControl(url, config.base));
        next();
      }),
  };
}
