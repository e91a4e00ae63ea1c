/**
 * A PDF of hand-made objects, numbered from 1 in their order, uncompressed.
 *
 * @param objects what stands between `obj` and `endobj`, in Latin 1; the first is the catalog.
 * @param info number of the object with the document's metadata.
 */
export function pdfOfObjects(objects: readonly string[], info?: number): Buffer {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const entries = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R${info === undefined ? '' : ` /Info ${info} 0 R`} >>`;
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n${trailer}\n`;
  return Buffer.from(`${body}${end}startxref\n${body.length}\n%%EOF\n`, 'latin1');
}

/** A stream object. @param dictionary entries beside its length. */
export function streamObject(content: string, dictionary = ''): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** What shows a line of text in 20 points, with the font `F1`. */
export function lineOfText(text: string, x: number, y: number): string {
  return `BT /F1 20 Tf ${x} ${y} Td (${text}) Tj ET`;
}
