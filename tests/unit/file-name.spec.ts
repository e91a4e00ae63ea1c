import { expect, test } from 'playwright/test';
import { fileNameOf, isAttachment } from '../../src/transfer/file-name.ts';

const URL_ = 'https://example.org/files/paper%20one.pdf?x=/y.pdf';

test('the server’s name comes first, its UTF-8 form before the plain one (RFC 6266 §4.3)', () => {
  expect(fileNameOf(URL_, 'attachment; filename="plain.pdf"')).toBe('plain.pdf');
  expect(fileNameOf(URL_, `attachment; filename="plain.pdf"; filename*=UTF-8''na%C3%AFve%20plan.pdf`)).toBe(
    'naïve plan.pdf',
  );
  expect(fileNameOf(URL_, 'inline; filename=token.pdf')).toBe('token.pdf');
});

test('UTF-8 sent where Latin-1 belongs is read as it was meant', () => {
  const bytes = String.fromCharCode(...new TextEncoder().encode('Übung.pdf'));
  expect(fileNameOf(URL_, `attachment; filename="${bytes}"`)).toBe('Übung.pdf');
  expect(fileNameOf(URL_, 'attachment; filename="\u00dcbung.pdf"')).toBe('Übung.pdf');
});

test('without one, the last part of the address is the name, then the host', () => {
  expect(fileNameOf(URL_, null)).toBe('paper one.pdf');
  expect(fileNameOf('https://example.org/a/b/', null)).toBe('b');
  expect(fileNameOf('https://example.org/', null)).toBe('example.org');
  expect(fileNameOf('https://example.org/100%.pdf', null)).toBe('100%.pdf');
  expect(fileNameOf(URL_, 'attachment')).toBe('paper one.pdf');
});

test('folders, control characters and marks that turn the reading direction are taken out', () => {
  expect(fileNameOf(URL_, 'attachment; filename="../../etc/passwd"')).toBe('passwd');
  expect(fileNameOf(URL_, 'attachment; filename="C:\\\\temp\\\\a.pdf"')).toBe('a.pdf');
  expect(fileNameOf(URL_, `attachment; filename*=UTF-8''a%E2%80%AEfdp.exe`)).toBe('afdp.exe');
  expect(fileNameOf(URL_, `attachment; filename*=UTF-8''a%00%0A%07b.pdf`)).toBe('ab.pdf');
  expect(fileNameOf(URL_, 'attachment; filename="..."')).toBe('paper one.pdf');
  expect(fileNameOf('https://example.org/%2e%2e%2f', null)).toBe('example.org');
});

test('a long name keeps its ending', () => {
  const name = fileNameOf(`https://example.org/${'x'.repeat(400)}.pdf`, null);
  expect(name).toHaveLength(120);
  expect(name).toMatch(/x….pdf$/u);
});

test('an attachment is told from what is meant to be shown', () => {
  expect(isAttachment('Attachment; filename=a')).toBe(true);
  expect(isAttachment('inline')).toBe(false);
  expect(isAttachment(null)).toBe(false);
});
