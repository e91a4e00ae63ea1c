import type { Route } from './route.ts';

/**
 * Brings the code of a screen that few open: not on the first screen's bill. It is kept for offline like the rest. Never
 * rejects: a screen whose code can't be had says so.
 */
export async function loadScreen({ screen }: Route): Promise<void> {
  if (screen === 'settings') await import('./settings-screen.ts').catch(reportError);
}
