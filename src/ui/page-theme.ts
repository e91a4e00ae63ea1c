import type { Settings } from '../store/settings.ts';

type Theme = Settings['theme'];

/** Where `public/theme.js` finds the theme before the first paint of the next start. */
const KEY = 'longhaul-theme';

/** The colours of the window's frame in `index.html`, and for which theme of the system each is meant. */
const frames = Array.from(document.head.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'), (meta) => ({
  meta,
  theme: meta.media.includes('dark') ? 'dark' : 'light',
  color: meta.content,
}));

/** Shows the page and its window's frame in this theme, now and from the next start's first paint on. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  const chosen = frames.find((frame) => frame.theme === theme);
  for (const { meta, color } of frames) meta.content = chosen?.color ?? color;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Where the browser keeps nothing for this site, the settings are read a moment after the first paint.
  }
}
