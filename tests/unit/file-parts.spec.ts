import { expect, test } from 'playwright/test';
import { type FilePart, bytesIn, partsOf } from '../../src/ui/file-parts.ts';
import { withoutSecrets } from '../../src/ui/without-secrets.ts';

/** `here 0-9, missing 10-39`. */
function words(parts: readonly FilePart[]): string {
  return parts.map(({ kind, firstByte, lastByte }) => `${kind} ${firstByte}-${lastByte}`).join(', ');
}

const stored = [
  { firstByte: 0, lastByte: 9 },
  { firstByte: 10, lastByte: 19 },
  { firstByte: 30, lastByte: 34 },
];

test('parts cover a file once, in order; neighbours are one', () => {
  const parts = partsOf({ length: 40, stored, received: 25 });
  expect(words(parts)).toBe('here 0-19, missing 20-29, here 30-34, missing 35-39');
  expect(bytesIn(parts)).toBe(40);
});

test('what has come and is not stored lies at the front of what lacks', () => {
  expect(words(partsOf({ length: 40, stored, received: 28 }))).toBe(
    'here 0-19, coming 20-22, missing 23-29, here 30-34, missing 35-39',
  );
  expect(words(partsOf({ length: 40, stored, received: 37 }))).toBe(
    'here 0-19, coming 20-29, here 30-34, coming 35-36, missing 37-39',
  );
  expect(words(partsOf({ length: 40, stored: [], received: 40 }))).toBe('coming 0-39');
});

test('nothing, all, or a file of no bytes', () => {
  expect(words(partsOf({ length: 40, stored: [], received: 0 }))).toBe('missing 0-39');
  expect(
    words(
      partsOf({
        length: 35,
        stored: [...stored, { firstByte: 20, lastByte: 29 }].toSorted((a, b) => a.firstByte - b.firstByte),
        received: 0,
      }),
    ),
  ).toBe('here 0-34');
  expect(partsOf({ length: 0, stored: [], received: 0 })).toEqual([]);
});

test('a text for others has no user, password, or signature of an address; what it asks for stays', () => {
  const clean = {
    'https://me:pw@example.org/a.pdf': 'https://…@example.org/a.pdf',
    'https://example.org/a.pdf?page=2&keyword=bees': 'https://example.org/a.pdf?page=2&keyword=bees',
    'https://example.org/a?token=x1&id=7': 'https://example.org/a?token=…&id=7',
    'https://s3.example/a?X-Amz-Signature=aa&X-Amz-Date=2026': 'https://s3.example/a?X-Amz-Signature=…&X-Amz-Date=2026',
    'https://example.org/a?accessToken=x#access_token=y': 'https://example.org/a?accessToken=…#access_token=…',
    'Expected 2xx from https://example.org/a?api_key=k, got 404':
      'Expected 2xx from https://example.org/a?api_key=… got 404',
    'https://blob.example/a?sv=1&sig=abc%3D': 'https://blob.example/a?sv=1&sig=…',
  };
  for (const [text, expected] of Object.entries(clean)) expect(withoutSecrets(text)).toBe(expected);
});
