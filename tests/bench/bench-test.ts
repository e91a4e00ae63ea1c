import { test as base } from '../support/fixtures.ts';
import { BareServer } from './bare-server.ts';
import { CLEARABLE } from './sides.ts';

interface Fixtures {
  /** Pages without anything of ours, on an origin of their own. */
  readonly bare: BareServer;
}

/** A test whose browser gives room back when asked: see `clear`. */
export const test = base.extend<Fixtures>({
  ownBrowser: true,
  newProfile: true,

  context: async ({ launch }, use) => {
    await use(await launch({ args: CLEARABLE }));
  },

  bare: async ({}, use) => {
    const bare = await BareServer.start();
    await use(bare);
    await bare.close();
  },
});

export { expect } from 'playwright/test';
