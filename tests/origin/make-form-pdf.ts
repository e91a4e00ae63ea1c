/** Where the fields of `makeFormPdf` stand, in PDF points; the page is 595 by 842. */
const rows = { name: 700, member: 650, size: 600, fruit: 550 } as const;

/**
 * A PDF with one page and an AcroForm: text "Name", check box "Member", radio buttons "Size" (Small, Large) and list
 * "Fruit" (Apple, Pear). A page's own text reads "Test paper".
 */
export function makeFormPdf(): Buffer {
  const widget = (box: string, rest: string): string =>
    `<< /Type /Annot /Subtype /Widget /F 4 /Rect [${box}] /P 4 0 R ${rest} >>`;
  const [name, member, size, fruit] = [rows.name, rows.member, rows.size, rows.fruit];
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /AcroForm 3 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Fields [7 0 R 8 0 R 9 0 R 12 0 R] /DA (/F1 12 Tf 0 g) /DR << /Font << /F1 6 0 R >> >> /NeedAppearances true >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 6 0 R >> >> /Contents 5 0 R
/Annots [7 0 R 8 0 R 10 0 R 11 0 R 12 0 R] >>`,
    stream('BT /F1 20 Tf 72 760 Td (Test paper) Tj ET'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    widget(`72 ${name} 372 ${name + 24}`, '/FT /Tx /T (name) /TU (Name) /DA (/F1 12 Tf 0 g)'),
    widget(`72 ${member} 92 ${member + 20}`, `/FT /Btn /T (member) /TU (Member) /V /Off /AS /Off ${states('Yes')}`),
    '<< /FT /Btn /Ff 49152 /T (size) /TU (Size) /V /Off /Kids [10 0 R 11 0 R] >>',
    widget(`72 ${size} 92 ${size + 20}`, `/Parent 9 0 R /TU (Small) /AS /Off ${states('Small')}`),
    widget(`132 ${size} 152 ${size + 20}`, `/Parent 9 0 R /TU (Large) /AS /Off ${states('Large')}`),
    widget(
      `72 ${fruit} 272 ${fruit + 24}`,
      '/FT /Ch /Ff 131072 /T (fruit) /TU (Fruit) /Opt [(Apple) (Pear)] /V (Apple) /DA (/F1 12 Tf 0 g)',
    ),
    xObject('0.5 w 1 1 18 18 re S'),
    xObject('0.5 w 1 1 18 18 re S 4 4 12 12 re f'),
  ]);
}

/** Appearances of a button that is on under that name. */
function states(on: string): string {
  return `/MK << /CA (4) >> /AP << /N << /Off 13 0 R /${on} 14 0 R >> >>`;
}

/**
 * A PDF that is all XFA: one page with a text field "City". Readers without XFA see nothing of it but "Please wait".
 */
export function makeXfaPdf(): Buffer {
  const template = `<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/">
<subform name="form" layout="tb" locale="en_US"><pageSet><pageArea name="page" id="page">
<contentArea x="20mm" y="20mm" w="170mm" h="250mm"/><medium stock="a4" short="210mm" long="297mm"/></pageArea></pageSet>
<subform name="body" w="170mm" layout="tb">
<draw name="heading" w="100mm" h="12mm"><value><text>Test paper</text></value><font typeface="Arial" size="18pt"/></draw>
<field name="city" w="100mm" h="12mm"><assist><speak>City</speak></assist><ui><textEdit/></ui>
<caption reserve="20mm"><value><text>City</text></value></caption><font typeface="Arial"/></field>
</subform></subform></template>`;
  const packets = `<?xml version="1.0" encoding="UTF-8"?>
<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">${template}
<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form><body><city/></body></form></xfa:data></xfa:datasets>
</xdp:xdp>`;
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm << /Fields [] /XFA 6 0 R >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    stream('BT /F1 20 Tf 72 720 Td (Please wait) Tj ET'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream(packets),
  ]);
}

/**
 * A PDF with one page that reads "Test paper" and has a highlight, yellow, below.
 */
export function makeAnnotatedPdf(): Buffer {
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R
/Annots [6 0 R] >>`,
    stream('BT /F1 20 Tf 72 720 Td (Test paper) Tj ET'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Annot /Subtype /Highlight /F 4 /Rect [72 616 172 638] /C [1 1 0] /P 3 0 R /AP << /N 7 0 R >>
/QuadPoints [72 638 172 638 72 616 172 616] >>`,
    '<< /Type /XObject /Subtype /Form /BBox [72 616 172 638] /Length 34 >>\nstream\n1 1 0 rg 72 616 100 22 re f       \nendstream',
  ]);
}

function xObject(drawing: string): string {
  return `<< /Type /XObject /Subtype /Form /BBox [0 0 20 20] /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`;
}

function stream(text: string): string {
  return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
}

function assemble(objects: readonly string[]): Buffer {
  const offsets: number[] = [];
  let body = '%PDF-1.7\n';
  for (const object of objects) {
    offsets.push(body.length);
    body += `${offsets.length} 0 obj\n${object}\nendobj\n`;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = offsets.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${entries}${end}`, 'latin1');
}
