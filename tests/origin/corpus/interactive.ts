import PDFDocument from 'pdfkit';
import { FIXED_DATE } from '../served-file.ts';
import { bytesOf, type Sheet } from '../samples/typesetting.ts';
import type { CorpusFile } from './corpus-file.ts';
import { line, onePage, stream, TEXT_FONT, textPages, writePdf } from './write-pdf.ts';

export const INTERACTIVE: readonly CorpusFile[] = [
  typeset('a form (AcroForm)', 'Name, please', (sheet) => {
    sheet.initForm().formText('name', 20, 80, 200, 24, { value: 'Ada' });
    sheet.formCheckbox('agreed', 20, 120, 20, 20);
  }),
  typeset('annotations of nine kinds', 'Noted in many ways', annotate),
  typeset('an attachment', 'See the enclosed', (sheet) => {
    sheet.file(Buffer.from('enclosed'), { name: 'enclosed.txt', creationDate: FIXED_DATE, modifiedDate: FIXED_DATE });
  }),
  typeset('an outline', 'Part one', (sheet) => {
    sheet.outline.addItem('Part one').addItem('Chapter one');
  }),
  { name: 'a form by XFA', make: xfa, pages: 1, text: ['For other programs'] },
  { name: 'labels for pages', make: labelled, pages: 3, text: ['Preface'] },
];

function typeset(name: string, text: string, furnish: (sheet: Sheet) => void): CorpusFile {
  const make = async (): Promise<Uint8Array> => {
    const sheet = new PDFDocument({ size: [300, 300], margin: 20, info: { CreationDate: FIXED_DATE } });
    sheet.text(text, { lineBreak: false });
    furnish(sheet);
    return bytesOf(sheet);
  };
  return { name, make, pages: 1, text: [text] };
}

function annotate(sheet: Sheet): void {
  sheet.note(20, 60, 20, 20, 'A note').link(60, 60, 40, 20, 'https://example.com/');
  sheet.highlight(20, 90, 100, 12).underline(20, 110, 100, 12).strike(20, 130, 100, 12);
  sheet.lineAnnotation(20, 160, 120, 170).rectAnnotation(20, 180, 40, 20).ellipseAnnotation(80, 180, 40, 20);
  sheet.textAnnotation(20, 220, 120, 20, 'Free text');
}

/** A form in XML beside a page for readers that don't know it. */
function xfa(): Uint8Array {
  const form =
    '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="form"><pageSet><pageArea><contentArea/><medium stock="a4"/></pageArea></pageSet><field name="name"/></subform></template></xdp:xdp>';
  return writePdf(
    onePage({
      content: line('For other programs'),
      resources: TEXT_FONT,
      catalog: '/AcroForm << /Fields [] /XFA 5 0 R >> ',
      objects: [stream(form)],
    }),
  );
}

function labelled(): Uint8Array {
  const [, ...rest] = textPages(['Preface', 'Contents', 'Chapter']);
  const labels = '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /P (A-) >>] >>';
  return writePdf([`<< /Type /Catalog /Pages 2 0 R ${labels} >>`, ...rest]);
}
