import { expect, test } from 'playwright/test';
import { Looks } from '../../src/transfer/looks.ts';

/** Looks that end when told to, and what each was asked for. */
function makeLooks(): { looks: Looks; seen: (readonly string[] | 'all')[]; end: () => void } {
  const seen: (readonly string[] | 'all')[] = [];
  const ends: (() => void)[] = [];
  const looks = new Looks((ids) => {
    seen.push(ids ? [...ids] : 'all');
    return new Promise((resolve) => ends.push(resolve));
  });
  return { looks, seen, end: () => ends.shift()?.() };
}

const TURN = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('all that is said while one looks is seen by one more look', async () => {
  const { looks, seen, end } = makeLooks();
  void looks.again(['a']);
  await TURN();
  for (const id of ['b', 'c', 'b']) void looks.again([id]);
  end();
  await TURN();
  expect(seen).toEqual([['a'], ['b', 'c']]);
});

test('where any row may have changed, all are read', async () => {
  const { looks, seen } = makeLooks();
  void looks.again(['a']);
  void looks.again();
  void looks.again(['b']);
  await TURN();
  expect(seen).toEqual(['all']);
});

test('after a look that failed all are read, and looking goes on', async () => {
  const seen: (ReadonlySet<string> | undefined)[] = [];
  const looks = new Looks(async (ids) => {
    seen.push(ids);
    if (seen.length === 1) throw new Error('no reason given');
  });
  await expect(looks.again(['a'])).rejects.toThrow('no reason given');
  await looks.again(['b']);
  expect(seen[1]).toBeUndefined();
});
