import type { Settings } from '../store/settings.ts';

/** `--paper` of `tokens.css` in each theme: a window's frame is drawn before there are styles. */
const PAPER = { light: '#fbfaf7', dark: '#15171a' } as const;

/** Draws the page, and the frame that the system puts around its window, in the theme that the person chose. */
export function showTheme(theme: Settings['theme']): void {
  document.documentElement.dataset['theme'] = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = PAPER[theme === 'system' ? own : theme];
  }
}
