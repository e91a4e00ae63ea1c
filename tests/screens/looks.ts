/** Every screen and state is drawn in each of these. */
export const SIZES = [
  { width: 360, height: 720 },
  { width: 768, height: 1024 },
  { width: 1600, height: 1000 },
] as const;

export const THEMES = ['light', 'dark'] as const;

export const LANGUAGES = ['en', 'de'] as const;
