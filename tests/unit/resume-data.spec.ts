import { expect, test } from 'playwright/test';
import type { RemoteFile, SessionRow, TaskRow } from '../../src/store/schema.ts';
import { newDownload } from '../../src/transfer/new-download.ts';
import { continueFrom, readResumeData, resumeDataOf } from '../../src/transfer/resume-data.ts';

const url = 'https://papers.example/book.pdf';
const session: SessionRow = { id: 'papers', state: 'valid', conditions: {}, createdAt: 1 };
const remote: RemoteFile = {
  url,
  length: 40_000_000,
  type: 'application/pdf',
  acceptsRanges: true,
  validator: { kind: 'etag', etag: '"first"' },
  access: 'allowed',
};
const half: TaskRow = { ...newDownload('papers', new URL(url)), remote, bytesStored: 16_000_000 };

test('stored bytes become resume data only where the rest can be fetched and the file be known again', () => {
  const { validator: _, ...unknown } = remote;
  expect(resumeDataOf(half)).toEqual({ version: 1, taskId: half.id, url });
  expect(resumeDataOf({ ...half, bytesStored: 0 })).toBeUndefined();
  expect(resumeDataOf({ ...half, remote: { ...remote, acceptsRanges: false } })).toBeUndefined();
  expect(resumeDataOf({ ...half, remote: unknown })).toBeUndefined();
});

test('resume data is the same after a journey as JSON, and as a structured clone', () => {
  const resumeData = readResumeData(resumeDataOf(half));
  expect(readResumeData(JSON.parse(JSON.stringify(resumeData)))).toEqual(resumeData);
  expect(readResumeData(structuredClone(resumeData))).toEqual(resumeData);
});

test('anything else is refused', () => {
  const good = resumeDataOf(half);
  const others = [undefined, null, 'text', {}, { ...good, version: 2 }, { ...good, url: 'file:///etc/passwd' }];
  for (const other of others) expect(() => readResumeData(other)).toThrow(TypeError);
});

test('the new task is another one, suspended, that knows all that was known of the file', () => {
  const state = { state: 'failed', code: 'canceled', message: '' } as const;
  const canceled: TaskRow = { ...half, state, attempt: 3, failures: 2, endedAt: 5, digest: 'a'.repeat(64) };
  const next = continueFrom(canceled, { ...session, id: 'other' });
  expect(next).toMatchObject({ sessionId: 'other', state: { state: 'suspended' }, attempt: 0, failures: 0 });
  expect(next).toMatchObject({ remote, bytesStored: half.bytesStored, digest: canceled.digest });
  expect(next.id).not.toBe(canceled.id);
  expect(next.endedAt).toBeUndefined();
});
