import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { fromHex } from './bits.ts';
import { RED, type CorpusFile } from './corpus-file.ts';
import { blackByFax, blackByJbig2, redByCmykJpeg } from './encoders.ts';
import { greenJpx } from './green-jpx.ts';
import { onePage, stream, writePdf } from './write-pdf.ts';

const CMYK_PROFILE = createRequire(import.meta.url).resolve('pdfjs-dist/iccs/CGATS001Compat-v2-micro.icc');

/** Black pixels have the value 0: they are red here, and what is not drawn is white. */
const RED_FOR_BLACK = '/ColorSpace [/Indexed /DeviceRGB 1 <FF000000FF00>] /BitsPerComponent 1';

export const IMAGES: readonly CorpusFile[] = [
  picture('JPEG 2000 (JPX)', [0, 160, 80], () => image(greenJpx(), 16, '/Filter /JPXDecode')),
  picture('JBIG2', RED, () => image(blackByJbig2(), 64, `/Filter /JBIG2Decode ${RED_FOR_BLACK}`)),
  picture('fax group 4 (CCITT)', RED, () =>
    image(blackByFax(), 64, `/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 >> ${RED_FOR_BLACK}`),
  ),
  picture('JPEG in CMYK (DCT)', [236, 28, 36], () =>
    image(redByCmykJpeg(), 8, '/Filter /DCTDecode /ColorSpace /DeviceCMYK /BitsPerComponent 8'),
  ),
  picture('raw pixels in CMYK', [236, 28, 36], () =>
    image(fromHex('00FFFF00'), 1, '/ColorSpace /DeviceCMYK /BitsPerComponent 8'),
  ),
  picture('pixels by palette (Indexed)', [0, 0, 255], () =>
    image(fromHex('01'), 1, '/ColorSpace [/Indexed /DeviceRGB 1 <FF00000000FF>] /BitsPerComponent 8'),
  ),
  { name: 'colours by a profile (ICCBased)', make: byProfile, pages: 1, colour: [236, 28, 36] },
  { name: 'a soft mask (SMask)', make: softMask, pages: 1, colour: [255, 128, 128] },
];

function picture(name: string, colour: NonNullable<CorpusFile['colour']>, draw: () => string): CorpusFile {
  return { name, colour, pages: 1, make: () => writePdf(pictured([draw()])) };
}

/** The first of the objects fills the page. */
function pictured(objects: readonly string[]): readonly string[] {
  return onePage({ content: 'q 300 0 0 300 0 0 cm /I Do Q', resources: '/XObject << /I 5 0 R >>', objects });
}

/** @param side pixels. */
function image(content: string, side: number, entries: string): string {
  return stream(content, `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} ${entries} `);
}

async function byProfile(): Promise<Uint8Array> {
  const profile = deflateSync(await readFile(CMYK_PROFILE)).toString('latin1');
  return writePdf(
    pictured([
      image(fromHex('00FFFF00'), 1, '/ColorSpace [/ICCBased 6 0 R] /BitsPerComponent 8'),
      stream(profile, '/N 4 /Alternate /DeviceCMYK /Filter /FlateDecode '),
    ]),
  );
}

function softMask(): Uint8Array {
  return writePdf(
    pictured([
      image(fromHex('FF0000'), 1, '/ColorSpace /DeviceRGB /BitsPerComponent 8 /SMask 6 0 R'),
      image(fromHex('80'), 1, '/ColorSpace /DeviceGray /BitsPerComponent 8'),
    ]),
  );
}
