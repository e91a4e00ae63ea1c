import { expect, test } from 'playwright/test';
import { parsePrintRange } from '../../src/reader/print-range.ts';

const ranges: readonly (readonly [typed: string, pages: readonly number[]])[] = [
  ['1-3, 8', [1, 2, 3, 8]],
  ['8', [8]],
  [' 2 – 4 ', [2, 3, 4]],
  ['9;1,', [1, 9]],
  ['3-5, 4-6, 5', [3, 4, 5, 6]],
  ['10-10', [10]],
];

for (const [typed, pages] of ranges) {
  test(`“${typed}” of ten pages is each of ${pages.join(', ')} once`, () => {
    expect(parsePrintRange(typed, 10)).toEqual({ pages });
  });
}

const mistakes: readonly (readonly [typed: string, mistake: string])[] = [
  ['', 'Type the pages to print, such as 1-3, 8.'],
  [' , ', 'Type the pages to print, such as 1-3, 8.'],
  ['two', '“two” is no page and no range. Type pages such as 1-3, 8.'],
  ['1-', '“1-” is no page and no range. Type pages such as 1-3, 8.'],
  ['0', 'There is no page 0: the document has 10 pages.'],
  ['3-99999999999', 'There is no page 99999999999: the document has 10 pages.'],
  ['5-2', '“5-2” runs backwards. Type the smaller page first.'],
];

for (const [typed, mistake] of mistakes) {
  test(`“${typed}” is refused in words`, () => {
    expect(parsePrintRange(typed, 10)).toEqual({ mistake });
  });
}
