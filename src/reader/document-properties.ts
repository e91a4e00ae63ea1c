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

const permissionWords: readonly (readonly [flag: number, word: string])[] = [
  [PermissionFlag.PRINT, 'printing'],
  [PermissionFlag.MODIFY_CONTENTS, 'changing'],
  [PermissionFlag.COPY, 'copying text'],
  [PermissionFlag.MODIFY_ANNOTATIONS, 'commenting'],
  [PermissionFlag.FILL_INTERACTIVE_FORMS, 'filling in forms'],
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
    ['File size', `${formatBytes(file.size)} (${file.size.toLocaleString('en')} bytes)`],
    ['Pages', document.numPages.toLocaleString('en')],
    [`Size of page ${page.pageNumber}`, pageFormat(width, height)],
    ['PDF version', known.PDFFormatVersion],
    ['Fast web view', yesOrNo(known.IsLinearized === true)],
    ['Tagged', yesOrNo(marks?.Marked === true)],
    ['Encrypted', yesOrNo(typeof known.EncryptFilterName === 'string')],
    ['Not allowed', permissions ? forbidden(permissions) : undefined],
  ];
  return entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined && entry[1] !== '');
}

function descriptionOf(known: DocumentInformation): readonly (readonly [string, string | undefined])[] {
  return [
    ['Title', known.Title],
    ['Author', known.Author],
    ['Subject', known.Subject],
    ['Keywords', known.Keywords],
    ['Created', dateInWords(known.CreationDate)],
    ['Modified', dateInWords(known.ModDate)],
    ['Created with', known.Creator],
    ['PDF made by', known.Producer],
  ];
}

/** A date that is none is shown as it stands. */
function dateInWords(date: string | undefined): string | undefined {
  const time = PDFDateString.toDateObject(date ?? '');
  return time ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(time) : date;
}

function yesOrNo(value: boolean): string {
  return value ? 'Yes' : 'No';
}

function forbidden(permissions: ReadonlySet<number>): string {
  const words = permissionWords.flatMap(([flag, word]) => (permissions.has(flag) ? [] : [word]));
  return words.length === 0 ? 'Nothing: everything is allowed' : words.join(', ');
}
