import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { PDFJS_IDS, pdfjsText } from '../../src/reader/pdfjs-texts.ts';

const given = { page: 1234, type: 'Note', description: 'Ada' };

/** pdf.js' own English, in Fluent's syntax. */
async function pdfjsEnglish(): Promise<string> {
  const source = await readFile(fileURLToPath(import.meta.resolve('pdfjs-dist/web/pdf_viewer.mjs')), 'utf8');
  const [, literal = '""'] = /const text = ("pdfjs-.*");$/mu.exec(source) ?? [];
  return JSON.parse(literal) as string;
}

/** What Fluent makes of one message, with `given` in its places. */
function read(english: string, id: string): Record<string, string> {
  const [, body = ''] = new RegExp(String.raw`^${id} =((?:.*)(?:\n +.*)*)`, 'mu').exec(english) ?? [];
  const said = body.replace('{ $page }', '1,234').replace('{ $type }', 'Note').replace('{ $description }', 'Ada');
  const [text = '', ...attributes] = said.split(/\n +\./u);
  const pairs = attributes.map((each) => each.split(' = ') as [string, string]);
  return { ...(text.trim() === '' ? {} : { text: text.trim() }), ...Object.fromEntries(pairs) };
}

test('in English, pdf.js’ texts are said as pdf.js says them', async () => {
  const english = await pdfjsEnglish();
  expect(PDFJS_IDS.length).toBeGreaterThan(0);
  for (const id of PDFJS_IDS) expect(pdfjsText(id, given), id).toEqual(read(english, id));
});

test('a text of pdf.js that we have no words for stays as pdf.js has it', () => {
  expect(pdfjsText('pdfjs-loading-error', {})).toBeUndefined();
  expect(pdfjsText(null, {})).toBeUndefined();
});
