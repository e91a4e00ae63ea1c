import { createHash } from 'node:crypto';
import { expect, test } from 'playwright/test';
import { makePdf } from '../origin/make-pdf.ts';
import { LONG_BOOK_BYTES } from '../origin/samples/long-book.ts';
import { padPdf } from '../origin/samples/pad-pdf.ts';
import { SAMPLES } from '../origin/samples/samples.ts';

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Page objects are not compressed in any PDF that is made here. */
function countPages(pdf: Uint8Array): number {
  return [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type \/Page\b/g),
  ].length;
}

/** Every offset in the cross-reference table must lead to the object of its number (ISO 32000-1 §7.5.4). */
function misplacedObjects(pdf: Uint8Array): readonly number[] {
  const text = Buffer.from(pdf).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, ...entries] = [...text.slice(start).matchAll(/^(\d{10}) \d{5} [nf] $/gm)];
  const wrong = entries.map(([, offset], index) =>
    text.startsWith(`${index + 1} 0 obj`, Number(offset)) ? 0 : index + 1,
  );
  return entries.length === 0 ? [0] : wrong.filter((number) => number > 0);
}

for (const sample of SAMPLES) {
  test(`${sample.title}: two makings give the same bytes, with the pages, the size and the names that the shelf tells`, async () => {
    const pdf = await sample.make();
    expect(sha256(await sample.make())).toBe(sha256(pdf));
    expect(countPages(pdf)).toBe(sample.pages);
    expect(pdf.length).toBe(sample.bytes ?? pdf.length);
    expect(misplacedObjects(pdf)).toEqual([]);
    expect([`(${sample.title})`, '(Longhaul)'].filter((name) => !Buffer.from(pdf).includes(name))).toEqual([]);
  });
}

test('the long book weighs sixty megabytes', () => {
  expect(LONG_BOOK_BYTES).toBe(60_000_000);
});

test('the field guide has nested bookmarks, links to its own chapters and links to the web', async () => {
  const guide = Buffer.from((await SAMPLES[1]?.make()) ?? []).toString('latin1');
  expect([...guide.matchAll(/\/Parent \d+ 0 R\n\/Title/g)].length).toBeGreaterThan(30);
  expect([...guide.matchAll(/\/S \/GoTo/g)].length).toBeGreaterThan(20);
  expect([...guide.matchAll(/\/S \/URI/g)].length).toBeGreaterThan(8);
  expect([...guide.matchAll(/\/Subtype \/Image/g)]).toHaveLength(10);
});

test('a test PDF has exactly the size, the pages and the objects that were asked for', () => {
  for (const [bytes, pages] of [
    [1_000, 1],
    [99_999, 3],
    [1_000_000, 12],
  ] as const) {
    const pdf = makePdf({ bytes, pages });
    expect(pdf).toHaveLength(bytes);
    expect(countPages(pdf)).toBe(pages);
    expect(misplacedObjects(pdf)).toEqual([]);
  }
});

test('test PDFs of one size differ by seed, and only by seed', () => {
  const [one, again, other] = [1, 1, 2].map((seed) => sha256(makePdf({ bytes: 5_000, seed })));
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});

test('a test PDF too small for its pages is refused', () => {
  expect(() => makePdf({ bytes: 100 })).toThrow(RangeError);
});

test('a padded PDF has exactly the new size, and its objects are where its table says', () => {
  const padded = padPdf(Buffer.from(makePdf({ bytes: 5_000, pages: 2 })), 12_345);
  expect(padded).toHaveLength(12_345);
  expect(misplacedObjects(padded)).toEqual([]);
  expect(() => padPdf(padded, 12_000)).toThrow(RangeError);
});
