import type { Picture } from './png.ts';
import type { Sheet } from './typesetting.ts';

/**
 * Puts a picture into a document as it is, for `sheet.image()`: pdfkit itself takes only files, and reads a PNG byte by
 * byte. In a sheet that doesn't compress: the same bytes with every version of zlib.
 *
 * @param label its name in the document.
 */
export function rawImage(sheet: Sheet, { width, height, pixels, palette }: Picture, label: string): Buffer {
  const colours = sheet.ref({});
  colours.end(palette);
  const obj = sheet.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: ['Indexed', 'DeviceRGB', palette.length / 3 - 1, colours],
  });
  obj.end(pixels);
  // The types know only files; `image()` also takes what `openImage()` gives, of which it wants these four.
  return { width, height, label, obj } as unknown as Buffer;
}
