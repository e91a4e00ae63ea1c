import { formatDate, formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import { formatBytes } from '../library/format-bytes.ts';
import { pageFormat } from './page-format.ts';
import { PDFDateString, PermissionFlag } from './pdfjs.ts';
import type { ViewerParts } from './viewer-parts.ts';

/** What is said of a document, in the order of reading. An unknown value is left out. */
export type DocumentProperties = readonly (readonly [label: string, value: string])[];

/** What pdf.js reads from the document's information dictionary; every value may be missing. */
interface DocumentInformation {
  readonly Title?: string;
  readonly Author?: string;
  readonly Subject?: string;
  readonly Keywords?: string;
  readonly CreationDate?: string;
  readonly ModDate?: string;
  readonly Creator?: string;
  readonly Producer?: string;
  readonly PDFFormatVersion?: string;
  readonly IsLinearized?: boolean;
  readonly EncryptFilterName?: string | null;
}

const permissionWords: readonly (readonly [flag: number, word: () => string])[] = [
  [PermissionFlag.PRINT, () => msg('printing')],
  [PermissionFlag.MODIFY_CONTENTS, () => msg('changing')],
  [PermissionFlag.COPY, () => msg('copying text')],
  [PermissionFlag.MODIFY_ANNOTATIONS, () => msg('commenting')],
  [PermissionFlag.FILL_INTERACTIVE_FORMS, () => msg('filling in forms')],
];

/** Everything but the fonts, which take longer. */
export async function readProperties(parts: ViewerParts): Promise<DocumentProperties> {
  const { document, viewer, file } = parts;
  const [{ info }, marks, permissions, page] = await Promise.all([
    document.getMetadata(),
    document.getMarkInfo(),
    document.getPermissions(),
    document.getPage(viewer.currentPageNumber),
  ]);
  const known = info as DocumentInformation;
  const { width, height } = page.getViewport({ scale: 1 });
  const entries: readonly (readonly [string, string | undefined])[] = [
    ...descriptionOf(known),
    [msg('File size'), msg(str`${formatBytes(file.size)} (${formatNumber(file.size)} bytes)`)],
    [msg('Pages'), formatNumber(document.numPages)],
    [msg(str`Size of page ${page.pageNumber}`), pageFormat(width, height)],
    [msg('PDF version'), known.PDFFormatVersion],
    [msg('Fast web view'), yesOrNo(known.IsLinearized === true)],
    [msg('Tagged'), yesOrNo(marks?.Marked === true)],
    [msg('Encrypted'), yesOrNo(typeof known.EncryptFilterName === 'string')],
    [msg('Not allowed'), permissions ? forbidden(permissions) : undefined],
  ];
  return entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined && entry[1] !== '');
}

function descriptionOf(known: DocumentInformation): readonly (readonly [string, string | undefined])[] {
  return [
    [msg('Title'), known.Title],
    [msg('Author'), known.Author],
    [msg('Subject'), known.Subject],
    [msg('Keywords'), known.Keywords],
    [msg('Created'), dateInWords(known.CreationDate)],
    [msg('Modified'), dateInWords(known.ModDate)],
    [msg('Created with'), known.Creator],
    [msg('PDF made by'), known.Producer],
  ];
}

/** A date that is none is shown as it stands. */
function dateInWords(date: string | undefined): string | undefined {
  const time = PDFDateString.toDateObject(date ?? '');
  return time ? formatDate(time.valueOf(), { dateStyle: 'long', timeStyle: 'short' }) : date;
}

function yesOrNo(value: boolean): string {
  return value ? msg('Yes') : msg('No');
}

function forbidden(permissions: ReadonlySet<number>): string {
  const words = permissionWords.flatMap(([flag, word]) => (permissions.has(flag) ? [] : [word()]));
  return words.length === 0 ? msg('Nothing: everything is allowed') : words.join(', ');
}
