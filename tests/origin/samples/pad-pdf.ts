/**
 * Brings a PDF with a classic cross-reference table to an exact size, by a comment between its last object and that table.
 * Offsets of objects stay what they were.
 *
 * @param size in bytes.
 * @throws {RangeError} if the document is larger than that, or has no such table.
 */
export function padPdf(pdf: Buffer, size: number): Buffer {
  const end = pdf.lastIndexOf('startxref');
  const position = Number(pdf.toString('latin1', end).split('\n')[1]);
  if (end < 0 || pdf.toString('latin1', position, position + 4) !== 'xref') throw new RangeError('No xref table found');
  const table = pdf.subarray(position, end);
  const comment = size - position - table.length - tail(size - table.length).length;
  if (comment < 2) throw new RangeError(`The document has ${pdf.length} bytes and cannot be padded to ${size}`);
  const padding = Buffer.from(`${'%'.padEnd(comment - 1, '.')}\n`, 'latin1');
  return Buffer.concat([pdf.subarray(0, position), padding, table, tail(position + comment)]);
}

/** Ten digits, whatever the position: the tail then has one size. */
function tail(position: number): Buffer {
  return Buffer.from(`startxref\n${String(position).padStart(10, '0')}\n%%EOF\n`, 'latin1');
}
