import type { Plugin } from 'vite';

/** Chunk of what the first paint needs to know. */
const NAME = 'first-paint';

/**
 * Lets the page be painted before the app's code is there: a small script of its own, which knows the theme and the screen,
 * is all that the first paint waits for beside the style sheet. Vite would make one script of all that `index.html` names.
 *
 * @see https://html.spec.whatwg.org/multipage/urls-and-fetching.html#blocking-attributes
 */
export function paintsEarly(): Plugin {
  let base = '/';
  const codeSplitting = {
    groups: [{ name: NAME, test: /\/src\/ui\/(?:first-paint|page-theme|route|title-bar)\.ts$/u }],
  };
  return {
    name: 'longhaul-first-paint',
    config: () => ({ build: { rolldownOptions: { output: { codeSplitting } } } }),
    configResolved(config) {
      ({ base } = config);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {}, server }) => {
        // There the styles, too, come by script.
        if (server) return html.replaceAll('<script type="module"', '<script type="module" blocking="render"');
        const chunk = Object.values(bundle).find(({ type, name }) => type === 'chunk' && name === NAME);
        if (!chunk) throw new Error(`There is no chunk ${NAME} in the build`);
        const attrs = { type: 'module', crossorigin: true, blocking: 'render', src: base + chunk.fileName };
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
