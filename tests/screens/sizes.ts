/** Every screen is drawn in these. */
export const SIZES = [
  { width: 360, height: 720 },
  { width: 1280, height: 800 },
] as const;

export const THEMES = ['light', 'dark'] as const;
