import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig } from 'playwright/test';
import { browserPath } from './find-browser.ts';

/** Below the ports that systems give to whoever asks for any. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/**
 * One browser for all workers, installed before they start. Those that follow one another in the same place serve the
 * app at the same address, so that they can share a profile in which it was used: see `UsedProfile`.
 */
export default async function globalSetup({ workers }: FullConfig): Promise<() => Promise<void>> {
  console.log(`Browser: ${browserPath()}`);
  const profiles = await mkdtemp(join(tmpdir(), 'longhaul-used-'));
  process.env['LONGHAUL_USED_PROFILES'] = profiles;
  process.env['LONGHAUL_APP_PORTS'] = (await freePorts(workers)).join(',');
  return () => rm(profiles, { recursive: true, force: true });
}

export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  for (let port = FIRST_PORT + (process.pid % PORTS); found.length < count; port += 1) {
    if (await isFree(port)) found.push(port);
  }
  return found;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, 'localhost');
  try {
    await once(server, 'listening');
    return (server.address() as AddressInfo).port === port;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
