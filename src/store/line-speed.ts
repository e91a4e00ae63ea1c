import { database } from './database.ts';

/** How fast a host's line was when a page last saw it, in bytes per second; `undefined` for a host never seen. */
export async function readLineSpeed(host: string): Promise<number | undefined> {
  const db = await database();
  const row = await db.get('settings', nameFor(host));
  return typeof row?.value === 'number' ? row.value : undefined;
}

export async function rememberLineSpeed(host: string, bytesPerSecond: number): Promise<void> {
  const db = await database();
  await db.put('settings', { name: nameFor(host), value: Math.round(bytesPerSecond) });
}

function nameFor(host: string): string {
  return `line-speed:${host}`;
}
