import type { Settings } from '../store/settings.ts';

type Theme = Settings['theme'];

/** Where the next start finds the theme before the first paint: the settings are read after it. */
const KEY = 'longhaul-theme';

/** The colours of the window's frame in `index.html`, and for which theme of the system each is meant. */
const frames = Array.from(document.head.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'), (meta) => ({
  meta,
  theme: meta.media.includes('dark') ? 'dark' : 'light',
  color: meta.content,
}));

draw(keptTheme());

/** Shows the page and its window's frame in this theme, now and from the next start's first paint on. */
export function showTheme(theme: Theme): void {
  draw(theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Where the browser keeps nothing for this site, the settings are read a moment after the first paint.
  }
}

function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

function draw(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  const chosen = frames.find((frame) => frame.theme === theme);
  for (const { meta, color } of frames) meta.content = chosen?.color ?? color;
}
