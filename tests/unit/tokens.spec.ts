import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';

const SRC = resolve(import.meta.dirname, '../../src');

/** What lies over the paper of documents, which has no theme. */
const ON_PAPER: ReadonlySet<string> = new Set(['reader/page-tint.css', 'reader/reader-speech.css']);

/** A colour by its parts, as CSS writes it; not one that is made from another. */
const COLOUR = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\((?!from )/giu;

/** The styles in a file: all of a sheet, and what stands in the templates of a script. */
function stylesIn(name: string, text: string): string {
  if (name.endsWith('.css')) return text;
  return Array.from(text.matchAll(/\bcss`(?<styles>[^`]*)`/gu), ({ groups }) => groups?.['styles'] ?? '').join('\n');
}

test('a colour is made of its parts in the tokens and nowhere else', async () => {
  const names = (await readdir(SRC, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const sheets = names.filter((name) => /\.(?:css|ts)$/u.test(name) && name !== 'ui/tokens.css' && !ON_PAPER.has(name));
  const found: string[] = [];
  let lengths = 0;
  for (const name of sheets) {
    const styles = stylesIn(name, await readFile(join(SRC, name), 'utf8'));
    lengths += styles.length;
    found.push(...Array.from(styles.matchAll(COLOUR), ([colour]) => `${name}: ${colour}`));
  }
  expect(lengths).toBeGreaterThan(20_000);
  expect(found).toEqual([]);
});
