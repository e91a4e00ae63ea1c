import { expect, test } from 'playwright/test';
import { type RecentError, addError, describeError } from '../../src/store/recent-errors.ts';
import { redact } from '../../src/store/redact.ts';

const OWN = 'https://longhaul.example';

test('of an address only the host stays, of the app’s own scripts also the place', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['https://papers.example/a/secret.pdf?token=abc#x', 'https://papers.example/…'],
    ['https://ada:sesame@papers.example:8080/a', 'https://papers.example:8080/…'],
    [
      'Expected a 2xx response from https://papers.example/a?b, got 404',
      'Expected a 2xx response from https://papers.example/… got 404',
    ],
    [`at f (${OWN}/assets/index-4f.js:12:345)`, 'at f (/assets/index-4f.js:12:345)'],
    [`${OWN}/sw.js:1:2`, '/sw.js:1:2'],
    [`${OWN}/assets/index-4f.js?token=abc:1:2`, '/assets/index-4f.js:1:2'],
    [`${OWN}/read/4f?q=word`, `${OWN}/…`],
    ['https://other.example/assets/index.js:1:2', 'https://other.example/…'],
    [`blob:${OWN}/8a7c-11`, `${OWN}/…`],
    ['data:application/pdf;base64,AAAA', 'data:…'],
    ['http://localhost:4173', 'http://localhost:4173'],
  ];
  for (const [given, kept] of cases) expect(redact(given, OWN), given).toBe(kept);
});

test('what looks like a secret, a title or a file goes, wherever it stands', () => {
  const secrets = ['c2VzYW1l', 'sesame', 'tok-123', 'My diary', 'diary.pdf', 'hunter2'];
  const text = `Authorization: Basic c2VzYW1l; Bearer tok-123 password=sesame {"access_token":"tok-123"} pwd=hunter2
    ada:sesame@host “My diary” could not read diary.pdf`;
  const kept = redact(text, OWN);
  for (const secret of secrets) expect(kept).not.toContain(secret);
  expect(kept).toContain('could not read');
});

test('the last twenty errors are kept; one that comes again counts up', () => {
  const error = (nth: number): RecentError => describeError(new Error(`nth ${nth}`), 'window', nth, OWN);
  let errors: readonly RecentError[] = [];
  for (let nth = 0; nth < 25; nth += 1) errors = addError(errors, error(nth));
  expect(errors).toHaveLength(20);
  expect(errors[0]?.message).toBe('Error: nth 5');
  const again = { ...error(24), at: 99 };
  errors = addError(errors, { ...again, stack: errors.at(-1)?.stack ?? '' });
  expect(errors).toHaveLength(20);
  expect(errors.at(-1)).toMatchObject({ times: 2, at: 99 });
});

test('an error is its name, message and frames; what is no error is its text', () => {
  const error = Object.assign(new TypeError(`no https://x.example/a?token=b`), {
    stack: `TypeError: no https://x.example/a?token=b\n    at f (${OWN}/assets/a.js?k=v:1:2)\n    at ${OWN}/assets/a.js:3:4`,
  });
  expect(describeError(error, 'service worker', 7, OWN)).toEqual({
    at: 7,
    where: 'service worker',
    message: 'TypeError: no https://x.example/…',
    stack: 'at f (/assets/a.js:1:2)\nat /assets/a.js:3:4',
    times: 1,
  });
  expect(describeError('only text', 'window', 7, OWN)).toMatchObject({ message: 'only text', stack: '' });
});
