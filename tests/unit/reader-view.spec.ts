import { expect, test } from 'playwright/test';
import { JumpHistory } from '../../src/reader/jump-history.ts';
import { imagesOn, isPaper, outlineWithout } from '../../src/reader/page-images.ts';
import { describeScale, parseScale } from '../../src/reader/scale.ts';
import { swipeOf } from '../../src/reader/swipe.ts';

test('back and forward give the places in the order they were left, and a new link forgets what lay ahead', () => {
  const jumps = new JumpHistory<string>();
  expect(jumps.back('a')).toBeUndefined();
  jumps.leave('a');
  jumps.leave('b');
  expect(jumps.back('c')).toBe('b');
  expect(jumps.back('b')).toBe('a');
  expect(jumps.canGoBack).toBe(false);
  expect(jumps.forward('a')).toBe('b');
  jumps.leave('b');
  expect(jumps.canGoForward).toBe(false);
  expect(jumps.back('d')).toBe('b');
});

test('a size is a percentage between 10 and 2500, or the name of a choice', () => {
  expect(['137', ' 137 % ', '12,5', '10', '2500%'].map(parseScale)).toEqual(['1.37', '1.37', '0.125', '0.1', '25']);
  expect(['page WIDTH', 'Automatic'].map(parseScale)).toEqual(['page-width', 'auto']);
  expect(['', '9', '2501', '-50', '1e2', 'huge', '50 px'].map(parseScale)).toEqual(Array(7).fill(undefined));
  expect([describeScale('auto', 0.9), describeScale('1.37', 1.37)]).toEqual(['Automatic', '137 %']);
});

test('a swipe is long, level and quick', () => {
  expect([swipeOf(-90, 10, 200), swipeOf(90, -10, 200)]).toEqual([1, -1]);
  expect([swipeOf(-40, 0, 200), swipeOf(-90, 60, 200), swipeOf(-90, 0, 900)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('an image is left out where it lies, also on a page that was turned since', () => {
  // Upper left, lower left, upper right corner: the page's upper left quarter.
  const quarter = [0, 0, 0, 0.5, 0.5, 0];
  expect(outlineWithout(imagesOn(quarter, 0))).toBe(
    'polygon(evenodd, 0% 0%, 100% 0%, 100% 100%, 0% 100%, 0% 0%, 0% 0%, 50% 0%, 50% 50%, 0% 50%, 0% 0%, 0% 0%)',
  );
  expect(imagesOn(quarter, 1)).toEqual([[1, 0, 0.5, 0, 1, 0.5]]);
  expect(imagesOn(quarter, 2)).toEqual([[1, 1, 1, 0.5, 0.5, 1]]);
  expect(outlineWithout([])).toBe('none');
});

test('bullets, and images below or exactly on another, get no hole of their own', () => {
  const whole = [0.1, 0.1, 0.1, 0.9, 0.9, 0.1];
  const inside = [0.2, 0.2, 0.2, 0.4, 0.4, 0.2];
  const bullet = [0, 0, 0, 0.01, 0.01, 0];
  expect(imagesOn([...inside, ...whole, ...whole, ...bullet], 0)).toEqual([whole]);
});

test('an image that is mostly white is paper', () => {
  const white = [255, 250, 240, 255];
  const black = [0, 0, 0, 255];
  const sky = [180, 215, 250, 255];
  expect(isPaper(Uint8ClampedArray.from([...white, ...white, ...white, ...black]))).toBe(true);
  expect(isPaper(Uint8ClampedArray.from([...white, ...sky, ...sky, ...black]))).toBe(false);
});
