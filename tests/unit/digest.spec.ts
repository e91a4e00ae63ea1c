import { expect, test } from 'playwright/test';
import { AddressError } from '../../src/transfer/address.ts';
import { newDownload } from '../../src/transfer/new-download.ts';
import { readDigest } from '../../src/transfer/read-digest.ts';

const DIGEST = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

test('an address promises a SHA-256 in its fragment, in upper or lower case', () => {
  expect(readDigest(`https://example.org/a.pdf#sha256=${DIGEST}`)).toBe(DIGEST);
  expect(readDigest(` example.org/a.pdf#SHA256=${DIGEST.toUpperCase()} \n`)).toBe(DIGEST);
  expect(readDigest(`https://example.org/a.pdf#page=2&sha256=${DIGEST}`)).toBe(DIGEST);
  expect(readDigest(`https://example.org/a.pdf#sha256=${DIGEST}&sha256=${DIGEST}`)).toBe(DIGEST);
});

test('an address without that fragment promises nothing', () => {
  for (const address of [
    'https://example.org/a.pdf',
    'https://example.org/a.pdf#page=2',
    `https://example.org/a.pdf?sha256=${DIGEST}`,
    `https://example.org/sha256=${DIGEST}`,
    `https://example.org/a.pdf#not-sha256=${DIGEST}`,
  ]) {
    expect(readDigest(address), address).toBeUndefined();
  }
});

test('what is not one SHA-256 in hex is refused rather than left unchecked', () => {
  const base64 = Buffer.from(DIGEST, 'hex').toString('base64');
  const fragments = ['', 'xyz', DIGEST.slice(1), `${DIGEST}0`, `${DIGEST.slice(1)}g`, base64, ` ${DIGEST}`];
  const two = `${DIGEST}&sha256=${'0'.repeat(64)}`;
  for (const fragment of [...fragments, two]) {
    const line = `https://example.org/a.pdf#sha256=${fragment}`;
    expect(() => readDigest(line), fragment).toThrow(AddressError);
    expect(() => readDigest(line), fragment).toThrow(expect.objectContaining({ reason: 'digest', line }));
  }
});

test('a task keeps its digest in lower case, and refuses one that is none', () => {
  const url = new URL('https://example.org/a.pdf');
  expect(newDownload('app', url, { digest: DIGEST.toUpperCase() }).digest).toBe(DIGEST);
  expect(newDownload('app', url)).not.toHaveProperty('digest');
  expect(() => newDownload('app', url, { digest: 'xyz' })).toThrow(TypeError);
});
