import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Tells the page its version, as package.json has it: `__LONGHAUL_VERSION__`. */
export function appVersion(): Plugin {
  return {
    name: 'app-version',
    config: ({ root = '.' }) => ({ define: { __LONGHAUL_VERSION__: JSON.stringify(readVersion(root)) } }),
  };
}

/** @param root of the project. */
function readVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}
