import { expect, test } from '../support/fixtures.ts';
import { ENGINES, NAME, SEGMENT, SIZE, expectSurvived, start } from '../support/survival.ts';
import { storedSha256, transfer } from '../support/story.ts';

test.use({ ownBrowser: true }); // What runs or waits in the background must not meet the tests before it.

for (const engine of ENGINES) {
  test.describe(`by ${engine}`, () => {
    test.use({ engine });

    test('a PDF that comes compressed is stored as it is', async ({ page, origin }) => {
      const pdf = origin.publish(NAME, { bytes: SEGMENT, gzip: true });
      await start(page, pdf);
      await expect(transfer(page, NAME)).toContainText('Done');
      expect(await storedSha256(page, NAME)).toBe(pdf.sha256);
    });

    test('a redirect to another host that lets others read brings the file', async ({ page, origin, elsewhere }) => {
      const pdf = elsewhere.publish(`moved/${NAME}`, { bytes: SIZE });
      const old = origin.publish(NAME, { redirectTo: pdf.url.replace('localhost', '127.0.0.1') });
      await start(page, old);
      await expectSurvived(page, pdf, 0);
    });

    test('a redirect to another host that lets nobody read is said to be one', async ({ page, origin, elsewhere }) => {
      const pdf = elsewhere.publish(`moved/${NAME}`, { bytes: SIZE, cors: false });
      const old = origin.publish(NAME, { redirectTo: pdf.url.replace('localhost', '127.0.0.1') });
      const row = await start(page, old);
      await expect(row).toContainText('doesn’t let other sites download this file');
      pdf.behave({ cors: true });
      await row.getByRole('button', { name: `Retry ${NAME}` }).click();
      await expectSurvived(page, pdf, Infinity); // The server did send what nobody may read.
    });

    test('a file that changes half-way starts over once, and is the new one throughout', async ({ page, origin }) => {
      const pdf = origin.publish(NAME, { bytes: SIZE, bytesPerSecond: 4_000_000 });
      await start(page, pdf);
      await pdf.sent(SIZE / 2);
      pdf.replace({ bytes: SIZE });
      await expectSurvived(page, pdf, Infinity);
    });
  });
}
