import { expect, test } from 'playwright/test';
import { type Need, needsOf } from '../../src/library/needs.ts';
import { newDocument } from '../../src/library/new-document.ts';
import { planNeeds, planReady } from '../../src/library/notice-plan.ts';
import type { TaskRow } from '../../src/store/schema.ts';
import type { TaskState, TransferErrorCode } from '../../src/store/task-state.ts';
import { needsWords, readyWords, waitingWords } from '../../sw/notice-words.ts';

const NOW = 1_000_000_000;

function task(id: string, state: TaskState): TaskRow {
  const request = { url: `https://example.org/${id}.pdf`, method: 'GET', headers: [] };
  return {
    id,
    sessionId: 'app',
    kind: 'download',
    request,
    state,
    attempt: 1,
    failures: 0,
    freshStarts: 0,
    name: `${id}.pdf`,
    priority: 'normal',
    position: 0,
    conditions: {},
    bytesStored: 0,
    createdAt: NOW,
    changedAt: NOW,
    endedAt: NOW,
  };
}

function failed(id: string, code: TransferErrorCode): TaskRow {
  return task(id, { state: 'failed', code, message: 'as it went' });
}

function asksToSignIn(id: string, origin: string, isRepeated = false): TaskRow {
  const challenge = { origin, realm: '', scheme: 'basic', status: 401, isRepeated } as const;
  return task(id, { state: 'waiting', reason: 'challenge', challenge });
}

const need = (key: string): Need => ({ kind: 'failure', key, name: `${key}.pdf`, id: key });

test('a document that comes alone has a notification of its own', () => {
  expect(planReady(['a'], [], NOW)).toEqual({ tag: 'document-a', documents: ['a'], since: NOW });
});

test('documents that come within a minute of the first are told of in its notification', () => {
  const standing = { tag: 'document-a', documents: ['a'], since: NOW - 59_000 };
  expect(planReady(['b', 'c'], [standing], NOW)).toEqual({ ...standing, documents: ['a', 'b', 'c'] });
  expect(planReady(['b'], [{ ...standing, since: NOW - 60_000 }], NOW)).toMatchObject({
    tag: 'document-b',
    since: NOW,
  });
});

test('what a worker has shown before it died is not shown again, however long ago', () => {
  for (const since of [NOW - 1000, NOW - 600_000]) {
    const standing = [{ tag: 'document-a', documents: ['a', 'b'], since }];
    expect(planReady(['a', 'b'], standing, NOW)).toBeUndefined();
    expect(planReady(['b', 'c'], standing, NOW)?.documents.filter((id) => id === 'b').length).toBeLessThanOrEqual(1);
  }
});

test('what the person brought about needs nobody; one matter is one need', () => {
  expect(
    needsOf([failed('a', 'canceled'), failed('b', 'sign-in'), task('c', { state: 'suspended', by: 'app' })], []),
  ).toEqual([]);
  const [a, b] = ['https://a.example', 'https://b.example'];
  const needs = needsOf([asksToSignIn('1', a), asksToSignIn('2', a), asksToSignIn('3', b)], []);
  expect(needs.map(({ name }) => name)).toEqual(['a.example', 'b.example']);
  expect(needsOf([asksToSignIn('1', a, true)], [])[0]?.key).not.toBe(needs[0]?.key); // It asks again.
});

test('room, failures and changed documents are needs, and a failure after a retry is another one', () => {
  const document = newDocument({ id: 'd', isPdf: true, fileName: 'd.pdf', type: '', size: 1 });
  const tasks = [task('a', { state: 'waiting', reason: 'room' }), failed('b', 'network')];
  const needs = needsOf(tasks, [document, { ...document, isOtherVersion: true }]);
  expect(needs.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['room a.pdf', 'failure b.pdf', 'version d.pdf']);
  expect(needsOf([{ ...failed('b', 'network'), endedAt: NOW + 1 }], [])[0]?.key).not.toBe(needs[1]?.key);
});

test('a need is told of once; what is settled goes, and a new one comes with those that stand', () => {
  const [a, b] = [need('a'), need('b')];
  expect(planNeeds([a], new Set(), undefined)).toEqual({ action: 'show', needs: [a], isNews: true });
  expect(planNeeds([a], new Set(['a']), ['a'])).toEqual({ action: 'leave' });
  expect(planNeeds([a], new Set(['a']), undefined)).toEqual({ action: 'leave' }); // Waved away.
  expect(planNeeds([a], new Set(), ['a'])).toEqual({ action: 'leave' }); // Its worker died before it wrote that down.
  expect(planNeeds([a, b], new Set(['a']), ['a'])).toEqual({ action: 'show', needs: [a, b], isNews: true });
  expect(planNeeds([a, b], new Set(['a']), undefined)).toEqual({ action: 'show', needs: [b], isNews: true });
  expect(planNeeds([a], new Set(['a', 'b']), ['a', 'b'])).toEqual({ action: 'show', needs: [a], isNews: false });
  expect(planNeeds([], new Set(['a']), ['a'])).toEqual({ action: 'close' });
});

test('a notification names a few, and counts the rest', () => {
  const titles = ['One', 'Two', 'Three', 'Four', 'Five'].map((title) => ({ title, size: 2000 }));
  expect(readyWords(titles.slice(0, 1))).toEqual({ title: 'One', body: 'Ready to read · 2 kB' });
  expect(readyWords(titles.slice(0, 3))).toEqual({ title: '3 documents are ready', body: 'One\nTwo\nThree' });
  expect(readyWords(titles).body).toBe('One\nTwo\nThree\nand 2 more');
  expect(needsWords('sign-in', ['a.example']).title).toBe('Sign in to a.example');
  expect(needsWords('failure', ['a.pdf', 'b.pdf'])).toEqual({ title: '2 downloads have failed', body: 'a.pdf\nb.pdf' });
  expect(waitingWords(2)).toEqual({ title: '2 downloads wait for Longhaul', body: 'Open Longhaul, and they go on.' });
});
