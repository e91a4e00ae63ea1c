import { expect, test } from 'playwright/test';
import { AddressError, parseAddress } from '../../src/transfer/address.ts';
import { splitCredential } from '../../src/transfer/split-credential.ts';
import { addressWords } from '../../src/ui/words.ts';

const PAGE = 'https://longhaul.example/';

function reasonFor(text: string, page = PAGE): string | undefined {
  try {
    parseAddress(text, page);
    return undefined;
  } catch (error) {
    if (error instanceof AddressError) return error.reason;
    throw error;
  }
}

test('an address is taken as it is typed or pasted', () => {
  expect(parseAddress(' https://example.org/a%20b.pdf#page=2 ', PAGE).href).toBe('https://example.org/a%20b.pdf');
  expect(parseAddress('example.org/a.pdf', PAGE).href).toBe('https://example.org/a.pdf');
  expect(parseAddress('example.org:8443/a.pdf', PAGE).href).toBe('https://example.org:8443/a.pdf');
  expect(parseAddress('localhost:8080/a.pdf', PAGE).href).toBe('http://localhost:8080/a.pdf');
  expect(parseAddress('HTTPS://EXAMPLE.org/A.pdf', PAGE).href).toBe('https://example.org/A.pdf');
});

test('what is no address is refused', () => {
  for (const text of ['', 'hello', 'hello world', 'https://', 'http://a b/c', '://x', '/paper.pdf', 'a.b c']) {
    expect(reasonFor(text), text).toBe('not-an-address');
  }
});

test('only http and https are taken', () => {
  for (const text of [
    'ftp://example.org/a',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,x',
    'mailto:a@b.c',
  ]) {
    expect(reasonFor(text), text).toBe('not-http');
  }
});

test('an https page refuses http, except from this machine (mixed content)', () => {
  expect(reasonFor('http://example.org/a.pdf')).toBe('mixed-content');
  expect(reasonFor('http://localhost:8080/a.pdf')).toBeUndefined();
  expect(reasonFor('http://127.0.0.1/a.pdf')).toBeUndefined();
  expect(reasonFor('http://example.org/a.pdf', 'http://localhost:4173/')).toBeUndefined();
});

test('user and password are split from an address, decoded', () => {
  const { url, credential } = splitCredential(parseAddress('https://me%40home:se%3Acret@example.org/a.pdf', PAGE));
  expect(url.href).toBe('https://example.org/a.pdf');
  expect(credential).toEqual({ user: 'me@home', password: 'se:cret' });
  expect(splitCredential(new URL('https://example.org/a.pdf'))).not.toHaveProperty('credential');
  expect(splitCredential(new URL('https://50%:100%@example.org/')).credential).toEqual({
    user: '50%',
    password: '100%',
  });
});

test('what is said of an address that is not taken does not repeat its password', () => {
  for (const line of ['ftp://me:secret@example.org/a.pdf', 'http://me:secret@example.org/a.pdf', '//me:secret@x y']) {
    const error = new AddressError(reasonFor(line) as AddressError['reason'], line);
    expect(addressWords(error)).toContain('…@');
    expect(addressWords(error) + error.message).not.toContain('secret');
  }
});
