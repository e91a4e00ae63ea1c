import type { Plugin } from 'vite';

/**
 * Holds the first paint back until the app's own code has run: there is nothing to see before, and only that code knows
 * which theme was chosen (`page-theme.ts`). Vite drops the attribute where `index.html` has it.
 *
 * @see https://html.spec.whatwg.org/multipage/urls-and-fetching.html#blocking-attributes
 */
export function holdsFirstPaint(): Plugin {
  return {
    name: 'longhaul-first-paint',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll('<script type="module"', '<script type="module" blocking="render"'),
    },
  };
}
