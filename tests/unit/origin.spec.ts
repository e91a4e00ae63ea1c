import { createHash } from 'node:crypto';
import { test as base, expect } from 'playwright/test';
import { parseRange } from '../origin/byte-ranges.ts';
import { makeLongPdf, makePdf } from '../origin/make-pdf.ts';
import { Origin } from '../origin/origin.ts';

const test = base.extend<{ origin: Origin }>({
  origin: async ({}, use) => {
    const origin = await Origin.start();
    await use(origin);
    await origin.close();
  },
});

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return fetch(url, { method, headers: { 'accept-encoding': 'identity', ...headers } });
}

test('a Range header is read as RFC 9110 §14.1.2 says', () => {
  expect(parseRange('bytes=0-499', 1000)).toEqual({ firstByte: 0, lastByte: 499 });
  expect(parseRange('bytes=500-', 1000)).toEqual({ firstByte: 500, lastByte: 999 });
  expect(parseRange('bytes=-200', 1000)).toEqual({ firstByte: 800, lastByte: 999 });
  expect(parseRange('bytes=-2000', 1000)).toEqual({ firstByte: 0, lastByte: 999 });
  expect(parseRange('bytes=900-5000', 1000)).toEqual({ firstByte: 900, lastByte: 999 });
  expect(parseRange('bytes=1000-', 1000)).toBe('unsatisfiable');
  expect(parseRange('bytes=-0', 1000)).toBe('unsatisfiable');
  expect(parseRange('bytes=0-0', 0)).toBe('unsatisfiable');
  for (const ignored of [undefined, 'bytes=', 'bytes=-', 'bytes=5-4', 'bytes=0-1,3-4', 'items=0-1']) {
    expect(parseRange(ignored, 1000)).toBeUndefined();
  }
});

test('an honest file comes whole, with length, ranges, validators and CORS', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 300_000 });
  const response = await ask(pdf.url);
  const body = await bytesOf(response);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '300000',
    'accept-ranges': 'bytes',
    'access-control-allow-origin': '*',
    etag: expect.stringMatching(/^"[0-9a-f]+"$/),
    'last-modified': expect.stringContaining('GMT'),
  });
  expect(createHash('sha256').update(body).digest('hex')).toBe(pdf.sha256);
  expect(pdf.requests).toMatchObject([{ method: 'GET', status: 200, bytesSent: 300_000, range: undefined }]);
  expect(await pdf.requests[0]?.ended).toBe('finished');
});

test('a range is answered with just its bytes, and one past the end with 416 and the true length', async ({
  origin,
}) => {
  const pdf = origin.publish('paper.pdf', { bytes: 10_000 });
  const part = await ask(pdf.url, { range: 'bytes=100-299' });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe('bytes 100-299/10000');
  expect(await bytesOf(part)).toEqual(Buffer.from(pdf.body.subarray(100, 300)));
  const past = await ask(pdf.url, { range: 'bytes=10000-' });
  expect(past.status).toBe(416);
  expect(past.headers.get('content-range')).toBe('bytes */10000');
  expect(pdf.requests.map(({ range }) => range)).toEqual(['bytes=100-299', 'bytes=10000-']);
});

test('a file that is made as it is sent comes whole and in ranges with the bytes that its hash is of', async ({
  origin,
}) => {
  const pdf = origin.publish('long.pdf', { body: makeLongPdf({ bytes: 3_000_000, pages: 2 }) });
  const whole = await bytesOf(await ask(pdf.url));
  expect(createHash('sha256').update(whole).digest('hex')).toBe(pdf.sha256);
  for (const [first, last] of [
    [0, 99],
    [500, 2_100_000],
    [2_999_000, 2_999_999],
  ] as const) {
    const part = await ask(pdf.url, { range: `bytes=${first}-${last}` });
    expect(part.headers.get('content-range')).toBe(`bytes ${first}-${last}/3000000`);
    expect((await bytesOf(part)).equals(whole.subarray(first, last + 1))).toBe(true);
  }
  const inMemory = Buffer.from(makePdf({ bytes: 3_000_000, pages: 2 }));
  expect(whole.subarray(0, 1_000_000).equals(inMemory.subarray(0, 1_000_000))).toBe(true);
  expect(whole.subarray(-300).equals(inMemory.subarray(-300))).toBe(true);
});

test('If-Range gives the piece while the file is the same, and the whole of the new one after', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 10_000 });
  const head = await ask(pdf.url, {}, 'HEAD');
  for (const validator of ['etag', 'last-modified']) {
    const headers = { range: 'bytes=9000-', 'if-range': head.headers.get(validator) ?? '' };
    expect((await ask(pdf.url, headers)).status).toBe(206);
  }
  const before = pdf.sha256;
  pdf.replace({ bytes: 10_000 });
  expect(pdf.sha256).not.toBe(before);
  for (const validator of ['etag', 'last-modified']) {
    const headers = { range: 'bytes=9000-', 'if-range': head.headers.get(validator) ?? '' };
    const response = await ask(pdf.url, headers);
    expect(response.status).toBe(200);
    expect(await bytesOf(response)).toEqual(Buffer.from(pdf.body));
  }
});

test('a weak tag never satisfies If-Range, but does satisfy If-None-Match', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf');
  const weak = `W/${(await ask(pdf.url)).headers.get('etag')}`;
  expect((await ask(pdf.url, { range: 'bytes=0-9', 'if-range': weak })).status).toBe(200);
  expect((await ask(pdf.url, { 'if-none-match': weak })).status).toBe(304);
});

test('without ranges a Range header is ignored, and without validators none is told', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { ranges: false, validator: 'none' });
  const response = await ask(pdf.url, { range: 'bytes=0-9' });
  expect(response.status).toBe(200);
  expect(['accept-ranges', 'etag', 'last-modified'].filter((name) => response.headers.has(name))).toEqual([]);
  pdf.replace({ validator: 'date' });
  const dated = await ask(pdf.url);
  expect(dated.headers.has('last-modified')).toBe(true);
  expect(dated.headers.has('etag')).toBe(false);
});

test('HEAD tells what GET would, without a body, or fails by itself', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 5_000 });
  const head = await ask(pdf.url, {}, 'HEAD');
  expect(head.headers.get('content-length')).toBe('5000');
  expect(await bytesOf(head)).toHaveLength(0);
  pdf.behave({ head: 405 });
  expect((await ask(pdf.url, {}, 'HEAD')).status).toBe(405);
  expect((await ask(pdf.url)).status).toBe(200);
});

test('a dropped response ends after so many bytes, as often as asked and no more', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 500_000, dropAfterBytes: 200_000, drops: 2 });
  for (let time = 0; time < 2; time++) {
    const response = await ask(pdf.url);
    expect(response.headers.get('content-length')).toBe('500000');
    await expect(bytesOf(response)).rejects.toThrow();
  }
  expect(await Promise.all(pdf.requests.map(({ ended }) => ended))).toEqual(['dropped', 'dropped']);
  expect(pdf.requests.map(({ bytesSent }) => bytesSent)).toEqual([200_000, 200_000]);
  expect((await bytesOf(await ask(pdf.url))).length).toBe(500_000);
});

test('a held response sends what was asked for and nothing more until it is released', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 400_000, holdAfterBytes: 150_000 });
  const response = await ask(pdf.url);
  await pdf.requested();
  await pdf.reached(150_000);
  expect(pdf.requests[0]).toMatchObject({ bytesSent: 150_000, outcome: 'open' });
  pdf.release();
  expect((await bytesOf(response)).length).toBe(400_000);
  expect((await bytesOf(await ask(pdf.url))).length).toBe(400_000);
});

test('a client that goes away is on record as aborted, also while its response is held', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 400_000, holdAfterBytes: 0 });
  const leaving = new AbortController();
  await fetch(pdf.url, { signal: leaving.signal });
  leaving.abort();
  expect(await pdf.requests[0]?.ended).toBe('aborted');
});

test('gzip is sent to those who accept it, under a tag of its own, and plain bytes to the others', async ({
  origin,
}) => {
  const text = origin.publish('long.txt', { body: 'again and '.repeat(10_000), gzip: true });
  const zipped = await ask(text.url, { 'accept-encoding': 'gzip' });
  const plain = await ask(text.url);
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  expect(Number(zipped.headers.get('content-length'))).toBeLessThan(5_000);
  expect(await zipped.text()).toBe(await plain.text());
  expect(plain.headers.get('content-length')).toBe('100000');
  expect(zipped.headers.get('etag')).not.toBe(plain.headers.get('etag'));
});

test('a length can be left out, or be a lie either way', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 5_000, noLength: true });
  const chunked = await ask(pdf.url);
  expect(chunked.headers.has('content-length')).toBe(false);
  expect(await bytesOf(chunked)).toHaveLength(5_000);
  pdf.replace({ bytes: 5_000, declaredLength: 4_000 });
  expect(await bytesOf(await ask(pdf.url))).toHaveLength(4_000);
  pdf.replace({ bytes: 5_000, declaredLength: 6_000 });
  await expect(ask(pdf.url).then(bytesOf)).rejects.toThrow();
});

test('the status may be another for each request', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', {
    status: (nth) => (nth === 1 ? 503 : 200),
    headers: { 'Retry-After': '1' },
  });
  const refused = await ask(pdf.url);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await ask(pdf.url, { range: 'bytes=0-9' })).status).toBe(206);
});

test('headers can be taken away, and CORS with its preflights refused', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { headers: { ETag: null } });
  expect((await ask(pdf.url)).headers.has('etag')).toBe(false);
  const asked = { 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' };
  expect((await ask(pdf.url, asked, 'OPTIONS')).headers.get('access-control-allow-headers')).toBe('authorization');
  pdf.replace({ cors: false });
  for (const response of [await ask(pdf.url), await ask(pdf.url, asked, 'OPTIONS')]) {
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test('a redirect leads from one file to another', async ({ origin }) => {
  const pdf = origin.publish('über uns/paper.pdf');
  const old = origin.publish('old.pdf', { redirectTo: pdf.url });
  const response = await ask(old.url);
  expect(response.url).toBe(pdf.url);
  expect(await bytesOf(response)).toEqual(Buffer.from(pdf.body));
  expect(old.requests.map(({ status }) => status)).toEqual([302]);
});

test('behind a sign-in, a file is for those who answer its challenge, and other sites may send the answer', async ({
  origin,
}) => {
  const basic = origin.publish('basic.pdf', { signIn: { user: 'ada', password: 'ä:b', realm: 'say "hi"' } });
  const refused = await ask(basic.url);
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="say \\"hi\\""']);
  const login = (text: string): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(text).toString('base64')}`,
  });
  expect((await ask(basic.url, login('ada:wrong'))).status).toBe(401);
  expect((await ask(basic.url, login('ada:ä:b'))).status).toBe(200);
  const token = origin.publish('token.pdf', { signIn: { token: 't1', realm: '', status: 403 } });
  expect((await ask(token.url)).headers.has('www-authenticate')).toBe(false);
  expect((await ask(token.url, { authorization: 'Bearer t1' })).status).toBe(200);
  const asking = { 'access-control-request-headers': 'authorization' };
  const allowed = async (): Promise<string | null> =>
    (await ask(token.url, asking, 'OPTIONS')).headers.get('access-control-allow-headers');
  expect(await allowed()).toBe('authorization');
  token.behave({ preflight: false });
  expect(await allowed()).toBeNull();
});

test('a throttled file takes the time that its speed asks for', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 300_000, bytesPerSecond: 1_000_000 });
  const started = performance.now();
  await bytesOf(await ask(pdf.url));
  expect(performance.now() - started).toBeGreaterThan(250);
});

test('publishing a name again changes its content and keeps its records', async ({ origin }) => {
  const first = origin.publish('paper.pdf', { status: 500 });
  await ask(first.url);
  const again = origin.publish('paper.pdf', { body: 'new', type: 'text/plain', contentDisposition: 'attachment' });
  const response = await ask(again.url);
  expect(response.headers.get('content-disposition')).toBe('attachment');
  expect(await response.text()).toBe('new');
  expect(first.requests.map(({ status }) => status)).toEqual([500, 200]);
});

test('closing cuts every connection, and the same address answers after reopening', async ({ origin }) => {
  const pdf = origin.publish('paper.pdf', { bytes: 400_000, holdAfterBytes: 1_000 });
  const response = await ask(pdf.url);
  await origin.close();
  await expect(bytesOf(response)).rejects.toThrow();
  await expect(ask(pdf.url)).rejects.toThrow();
  await origin.reopen();
  pdf.release();
  expect((await bytesOf(await ask(pdf.url))).length).toBe(400_000);
});

test('what is not published is not found, and on record', async ({ origin }) => {
  expect((await ask(`${origin.url}/nowhere.pdf?a=1`)).status).toBe(404);
  expect(origin.requests).toMatchObject([{ url: '/nowhere.pdf?a=1', status: 404 }]);
});
