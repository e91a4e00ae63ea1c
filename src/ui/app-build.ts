/**
 * Names the build that runs: the hash of the entry's contents, which changes with every script and style of the app.
 *
 * @returns 'development' where nothing was built.
 */
export function appBuild(): string {
  const entry = document.querySelector<HTMLScriptElement>('script[src*="/assets/index-"]')?.src ?? '';
  return /\/assets\/index-(?<hash>[\w-]{8})\.js$/u.exec(entry)?.groups?.['hash'] ?? 'development';
}
