import { expect, test } from 'playwright/test';
import { fillIn } from '../../src/language/fill-in.ts';
import { counted, formatDate, formatNumber } from '../../src/language/formats.ts';
import { chooseLanguage, isRightToLeft, speak, spokenLanguage } from '../../src/language/language.ts';
import { msg, str } from '../../src/language/msg.ts';

const DAY = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;

const THIRD_OF_MAY = Date.UTC(2026, 4, 3);

/** The library tells a window of every change; Node has none. */
test.beforeAll(() => void Object.assign(globalThis, { dispatchEvent: () => true }));

test.afterAll(() => Reflect.deleteProperty(globalThis, 'dispatchEvent'));

test.afterEach(() => speak('en', () => Promise.reject(new Error('English has no texts of its own'))));

test('what the person chose comes first, then what the browser prefers, then English', () => {
  expect(chooseLanguage('de', ['en-US', 'en'])).toBe('de');
  expect(chooseLanguage('en', ['de'])).toBe('en');
  expect(chooseLanguage(null, ['de-AT', 'en'])).toBe('de');
  expect(chooseLanguage(null, ['xx', 'en-GB', 'de'])).toBe('en');
  expect(chooseLanguage('xx', ['de'])).toBe('de'); // A language that another version had.
  expect(chooseLanguage(null, ['xx', 'deu'])).toBe('en');
  expect(chooseLanguage(null, [])).toBe('en');
});

test('a sentence takes its parts wherever a language puts them', () => {
  const parts = { key: '?', word: 'help' };
  expect(fillIn('Press {key} for {word}.', parts)).toEqual(['Press ', '?', ' for ', 'help', '.']);
  expect(fillIn('{word}: {key}, {key}', parts).join('')).toBe('help: ?, ?');
  expect(fillIn('No parts', parts)).toEqual(['No parts']);
  expect(fillIn('Press {kee}.', parts).join('')).toBe('Press {kee}.');
  const element = { not: 'a string' };
  expect(fillIn('Press {key}.', { key: element })[1]).toBe(element);
});

test('words go with their count', () => {
  const pages = (count: number): string =>
    counted(count, { one: () => msg('1 page'), other: () => msg(str`${formatNumber(count)} pages`) });
  expect([0, 1, 2, 21, 1200].map(pages)).toEqual(['0 pages', '1 page', '2 pages', '21 pages', '1,200 pages']);
  expect(counted(1, { other: () => 'whatever' })).toBe('whatever');
});

test('numbers and dates are written as in Britain, unless another language is spoken', async () => {
  expect(formatNumber(1234.5)).toBe('1,234.5');
  expect(formatNumber(0.256, { style: 'percent' })).toBe('26%');
  expect(formatDate(THIRD_OF_MAY, DAY)).toBe('3 May 2026');
  await speak('de', () => Promise.resolve({ templates: {} }));
  expect(formatNumber(1234.5)).toBe('1.234,5');
  expect(formatDate(THIRD_OF_MAY, DAY)).toBe('3. Mai 2026');
  await speak('en', () => Promise.resolve({ templates: {} }));
  expect(formatNumber(1234.5)).toBe('1,234.5');
});

test('texts that can’t be had change nothing', async () => {
  await expect(speak('de', () => Promise.reject(new TypeError('no network')))).rejects.toThrow('no network');
  expect(spokenLanguage()).toBe('en');
  expect(formatNumber(1234.5)).toBe('1,234.5');
});

test('German and English are written from left to right', () => {
  expect([isRightToLeft('de'), isRightToLeft('en')]).toEqual([false, false]);
});
