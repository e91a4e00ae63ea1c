import { writeFile } from 'node:fs/promises';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { expect, test } from '../support/fixtures.ts';
import { dumpPath, readDump } from './dump.ts';
import { makeDump } from './make-dump.ts';
import { readShape } from './restore-dump.ts';

test('a fresh database has the stores, key paths and indexes of the dump of its version, and no others', async ({
  page,
}) => {
  const { database, stores } = await readDump(SCHEMA_VERSION);
  await page.goto('/settings');
  await expect(page.getByLabel('Theme')).toBeVisible(); // Settings are drawn from the database.
  expect(await readShape(page, database)).toEqual(stores.map(({ shape }) => shape));
});

test('the dump of this version holds what its maker makes today', async () => {
  const made = `${JSON.stringify(await makeDump(), null, 1)}\n`;
  if (process.env['LONGHAUL_WRITE_DUMP'] !== undefined) await writeFile(dumpPath(SCHEMA_VERSION), made);
  expect(await readDump(SCHEMA_VERSION)).toEqual(JSON.parse(made));
});
