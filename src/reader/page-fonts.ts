import { msg } from '../language/msg.ts';
import type { ReadableFile } from '../library/readable-file.ts';
import { returnParsingWorker, takeParsingWorker } from './parsing-worker.ts';
import { assetUrls, getDocument, OPS, type PDFPageProxy } from './pdfjs.ts';
import { StoredFileTransport } from './stored-file-transport.ts';

/** What pdf.js tells of a font when it is asked for more than drawing needs. */
interface FontFace {
  readonly name?: string;
  readonly type?: string;
  readonly missingFile?: boolean;
}

/**
 * The fonts that a page draws with, such as `Helvetica (Type1, not embedded)`, in alphabetical order.
 *
 * pdf.js tells names only when it also keeps every font's bytes in the page's memory. So the file is opened once more for
 * this question, by itself, and closed again.
 *
 * @returns `undefined` where it can't be known: the document asks for a password, or the page is damaged.
 */
export async function fontsOfPage(file: ReadableFile, pageNumber: number): Promise<readonly string[] | undefined> {
  const worker = await takeParsingWorker();
  const task = getDocument({
    worker: worker.pdfWorker,
    range: new StoredFileTransport(file, () => void task.destroy()),
    disableAutoFetch: true,
    disableStream: true,
    fontExtraProperties: true,
    ...assetUrls,
  });
  task.onPassword = (unlock: (password: Error) => void) => unlock(new Error('Not asked for twice'));
  try {
    const page = await (await task.promise).getPage(pageNumber);
    const names = (await facesOf(page)).map((face) => fontInWords(face));
    return [...new Set(names)].toSorted();
  } catch {
    return undefined;
  } finally {
    await returnParsingWorker(worker, task.destroy());
  }
}

async function facesOf(page: PDFPageProxy): Promise<readonly FontFace[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const ids = fnArray.flatMap((operator, index) =>
    operator === OPS.setFont ? [(argsArray[index] as readonly [string])[0]] : [],
  );
  return Promise.all(
    [...new Set(ids)].map((id) => new Promise<FontFace>((resolve, reject) => page.commonObjs.get(id, resolve, reject))),
  );
}

function fontInWords({ name, type, missingFile }: FontFace): string {
  // A subset's name begins with a tag of six letters (ISO 32000-1, 9.6.4).
  const plain = (name ?? msg('Unnamed')).replace(/^[A-Z]{6}\+/, '');
  const details = [type, missingFile === true ? msg('not embedded') : undefined].filter(
    (detail) => detail !== undefined,
  );
  return details.length === 0 ? plain : `${plain} (${details.join(', ')})`;
}
