import { makeFormPdf, makeXfaPdf } from '../origin/make-form-pdf.ts';
import { storedMarks } from '../support/marking.ts';
import { expect, test } from '../support/fixtures.ts';
import { backToLibrary, read, sheet } from '../support/reading.ts';
import { document } from '../support/story.ts';
import { openStored } from '../support/stored-document.ts';

test('what is filled into a form is there when the document is opened again', async ({ page, origin }) => {
  await read(page, origin.publish('form.pdf', { body: makeFormPdf() }));
  const form = sheet(page, 1);
  await form.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await form.getByRole('checkbox', { name: 'Member' }).check();
  await form.getByRole('radio', { name: 'Large' }).check();
  await form.getByRole('combobox', { name: 'Fruit' }).selectOption('Pear');
  await expect.poll(() => storedMarks(page, 'field')).toBeGreaterThan(3);
  await backToLibrary(page);
  await document(page, 'form.pdf').click();
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada Lovelace');
  await expect(form.getByRole('checkbox', { name: 'Member' })).toBeChecked();
  await expect(form.getByRole('radio', { name: 'Large' })).toBeChecked();
  await expect(form.getByRole('radio', { name: 'Small' })).not.toBeChecked();
  await expect(form.getByRole('combobox', { name: 'Fruit' })).toHaveValue('Pear');
});

test('an XFA form is shown, and what is filled in is kept', async ({ page, origin }) => {
  await openStored(page, origin.publish('xfa.pdf', { body: makeXfaPdf() }));
  const city = sheet(page, 1).getByRole('textbox', { name: 'City' });
  await city.fill('London');
  await expect.poll(() => storedMarks(page, 'field')).toBe(1);
  await backToLibrary(page);
  await document(page, 'xfa.pdf').click();
  await expect(city).toHaveValue('London');
});
