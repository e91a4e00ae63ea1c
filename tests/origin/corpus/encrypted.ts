import PDFDocument from 'pdfkit';
import { FIXED_DATE } from '../served-file.ts';
import { bytesOf } from '../samples/typesetting.ts';
import type { CorpusFile } from './corpus-file.ts';

type Version = '1.3' | '1.4' | '1.6' | '1.7ext3';

/** PDFKit chooses the cipher by the version. AES takes random bytes, as it must: these files differ from run to run. */
export const ENCRYPTED: readonly CorpusFile[] = [
  encrypted('RC4 of 40 bits', '1.3', 'sesame'),
  encrypted('RC4 of 128 bits', '1.4', 'sesame'),
  encrypted('AES of 128 bits', '1.6', 'sesame'),
  encrypted('AES of 256 bits', '1.7ext3', 'sésame'),
  encrypted('RC4 of 128 bits, for its owner only', '1.4'),
  encrypted('AES of 256 bits, for its owner only', '1.7ext3'),
];

/** Without `userPassword` it is empty: everybody may read, only the owner may change. */
function encrypted(cipher: string, pdfVersion: Version, userPassword?: string): CorpusFile {
  const text = `Kept by ${cipher}`;
  const make = async (): Promise<Uint8Array> => {
    const passwords = { ownerPassword: 'owner', ...(userPassword === undefined ? {} : { userPassword }) };
    const info = { CreationDate: FIXED_DATE };
    const sheet = new PDFDocument({ size: [300, 300], margin: 10, pdfVersion, info, ...passwords });
    return bytesOf(sheet.text(text, { lineBreak: false }));
  };
  const password = userPassword === undefined ? {} : { password: userPassword };
  return { name: cipher, make, pages: 1, text: [text], ...password };
}
