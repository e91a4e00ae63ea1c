import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'playwright/test';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLE = ['page.ts', 'worker.ts', 'stop-and-go-on.ts'];

/** The code blocks of that language, as they stand. */
function blocks(markdown: string, language: string): readonly string[] {
  const fence = new RegExp(`^\`\`\`${language}\n(?<code>.*?)^\`\`\`$`, 'gmsu');
  return [...markdown.matchAll(fence)].map(({ groups }) => groups?.['code'] ?? '');
}

test('the README’s code is the example that own-app.spec.ts runs, to the letter', async () => {
  const readme = await readFile(resolve(ROOT, 'README.md'), 'utf8');
  const files = EXAMPLE.map((name) => readFile(resolve(ROOT, 'tests/example', name), 'utf8'));
  expect(blocks(readme, 'ts')).toEqual(await Promise.all(files));
});

test('every file that the README links to is there', async () => {
  const readme = await readFile(resolve(ROOT, 'README.md'), 'utf8');
  const links = [...readme.matchAll(/\]\((?!https?:|#)(?<path>[^)]+)\)/gu)].map(({ groups }) => groups?.['path'] ?? '');
  expect(links.length).toBeGreaterThan(0);
  for (const path of links) await expect(access(resolve(ROOT, path)), path).resolves.toBeUndefined();
});
