import { expect, test } from '../support/fixtures.ts';
import { NAME, SEGMENT, SIZE, expectSurvived, start } from '../support/survival.ts';
import { expectWaitingFor, holdLock, holdStoreHalfway, onlyTaskId, stopWorker } from '../support/worker-death.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

// Chromium does not dispatch an ending event again: what its worker had not stored is fetched anew, the rest is not.

test('the worker stopped while a file downloads, nothing happens to it', async ({ context, page, origin }) => {
  const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 4_000_000 });
  await start(page, pdf);
  await pdf.sent(SIZE / 2);
  await stopWorker(context, page);
  await expectSurvived(page, pdf, 0);
});

test('the worker stopped before it has stored anything, the file comes again without a hand', async ({
  context,
  page,
  origin,
}) => {
  const pdf = origin.publish(NAME, { bytes: 2 * SEGMENT, holdAfterBytes: SEGMENT });
  await start(page, pdf);
  await pdf.reached(SEGMENT);
  const lock = `longhaul-settle-${await onlyTaskId(page)}`;
  const letGo = await holdLock(page, lock);
  pdf.release();
  await expectWaitingFor(page, lock);
  await stopWorker(context, page);
  await letGo();
  await expectSurvived(page, pdf);
});

test('the worker stopped between two segments, those that are stored are not fetched again', async ({
  context,
  page,
  origin,
}) => {
  const pdf = origin.publish(NAME, { bytes: SIZE });
  await start(page, pdf);
  const { bytesStored, letGo } = await holdStoreHalfway(page);
  await pdf.sent(SIZE);
  await stopWorker(context, page);
  await letGo();
  await expectSurvived(page, pdf, Infinity);
  expect(pdf.bytesSent).toBeLessThanOrEqual(SIZE + SIZE - bytesStored);
});

test('the worker stopped between a document and its notification, there is one document', async ({
  context,
  page,
  origin,
}) => {
  const pdf = origin.publish(NAME, { bytes: 2 * SEGMENT, holdAfterBytes: SEGMENT });
  await start(page, pdf);
  await pdf.reached(SEGMENT);
  const letGo = await holdLock(page, 'longhaul-notices');
  pdf.release();
  await expectWaitingFor(page, 'longhaul-notices');
  await stopWorker(context, page);
  await letGo();
  await page.reload();
  await expectSurvived(page, pdf, 0);
});
