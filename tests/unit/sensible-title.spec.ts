import { expect, test } from 'playwright/test';
import { sensibleAuthor, sensibleTitle } from '../../src/library/sensible-title.ts';

test('a title is shown only where somebody gave one', () => {
  const titles = ['On Long Hauls', '  Tides\n of the\0 North Sea ', 'R', '2026', '日本語', 'Ö', 'C++ Primer'];
  expect(titles.map((title) => sensibleTitle({ title }, 'a.pdf'))).toEqual([
    'On Long Hauls',
    'Tides of the North Sea',
    undefined,
    undefined,
    '日本語',
    undefined,
    'C++ Primer',
  ]);
});

test('names of files, programs’ templates and rubbish are no titles', () => {
  const rubbish = [
    '',
    'untitled',
    'Untitled-1',
    'Microsoft Word - report.doc',
    'Microsoft PowerPoint - Talk 3',
    'report.docx',
    String.raw`C:\Users\ada\report`,
    '/home/ada/report',
    'Slide 1',
    'PowerPoint Presentation',
    'scan0001',
    'IMG_20260102',
    'þÿ T',
    'r\u0003p\u0001rt of us',
    '????? ????',
    'x'.repeat(400),
  ];
  expect(rubbish.map((title) => sensibleTitle({ title }, 'a.pdf'))).toEqual(rubbish.map(() => undefined));
  expect(sensibleTitle({ title: 'annual_report' }, 'annual-report.pdf')).toBeUndefined();
  expect(sensibleTitle({ title: 'Annual Report' }, 'annual-report.pdf')).toBe('Annual Report');
});

test('XMP goes before the information dictionary, where it is sensible', () => {
  expect(sensibleTitle({ title: 'Old', xmpTitle: 'New Title' }, 'a.pdf')).toBe('New Title');
  expect(sensibleTitle({ title: 'Old Title', xmpTitle: 'untitled' }, 'a.pdf')).toBe('Old Title');
  expect(sensibleAuthor({ author: 'Ada', xmpAuthors: ['Ada Keeper', 'Grace H.', 'admin'] })).toBe(
    'Ada Keeper, Grace H.',
  );
  expect(sensibleAuthor({ author: 'Microsoft Office User' })).toBeUndefined();
});
