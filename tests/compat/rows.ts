import type {
  CollectionRow,
  CoverRow,
  DocumentRow,
  IncomingRow,
  RemovedRow,
  SegmentRow,
  SessionRow,
  SettingRow,
  TextRow,
} from '../../src/store/schema.ts';
import type { Settings } from '../../src/store/settings.ts';
import { makePdf } from '../origin/make-pdf.ts';
import { DUMP_ORIGIN } from './dump.ts';

/** Noon of the 2nd of January 2026, UTC: rows of a dump never depend on when it was made. */
export const DUMP_TIME = Date.UTC(2026, 0, 2, 12);

/** A PDF of three pages; page n reads "Kept paper, page n of 3". */
export const KEPT_PDF = makePdf({ bytes: 2400, pages: 3, heading: 'Kept paper' });

/** Where the PDF is cut into its two segments. */
const CUT = 1000;

/** What a paused download has of its file. */
export const HALF_BYTES = 500;

export const SESSIONS: readonly SessionRow[] = [
  { id: 'app', state: 'valid', conditions: {}, createdAt: DUMP_TIME },
  {
    id: 'nightly',
    state: 'finishing',
    conditions: {
      waitsForConnectivity: true,
      allowsExpensiveNetworkAccess: false,
      allowsConstrainedNetworkAccess: false,
      isDiscretionary: true,
      earliestBeginDate: DUMP_TIME + 3_600_000,
      timeoutIntervalForResource: 86_400_000,
    },
    createdAt: DUMP_TIME,
  },
  { id: 'over', state: 'invalid', conditions: {}, createdAt: DUMP_TIME },
];

export const SEGMENTS: readonly SegmentRow[] = [
  segment('kept', 0, KEPT_PDF.subarray(0, CUT)),
  segment('kept', CUT, KEPT_PDF.subarray(CUT)),
  segment('brought-in', 0, Buffer.from('Notes that were brought in from disk\n')),
  segment('removed', 0, Buffer.from('Removed\n')),
  segment('half-way', 0, Buffer.from('Half of a fi')),
  segment('half', 0, KEPT_PDF.subarray(0, HALF_BYTES)),
];

export const DOCUMENTS: readonly DocumentRow[] = [
  {
    id: 'kept',
    kind: 'pdf',
    title: 'A paper that was kept',
    titleFrom: 'person',
    author: 'Ada Keeper',
    pages: 3,
    fileName: 'kept.pdf',
    type: 'application/pdf',
    size: KEPT_PDF.length,
    source: `${DUMP_ORIGIN}/kept.pdf`,
    addedAt: DUMP_TIME,
    openedAt: DUMP_TIME + 60_000,
    usedAt: DUMP_TIME + 60_000,
    finishedAt: DUMP_TIME + 90_000,
    isFavourite: true,
    isPinned: true,
    collections: ['travel'],
    catalogued: 'done',
    text: 'done',
    seen: 1,
    notice: 'settled',
    position: { page: 2, top: 842, scale: 'page-width' },
    sha256: 'a'.repeat(64),
    isOtherVersion: true,
  },
  {
    id: 'brought-in',
    kind: 'file',
    title: 'brought-in.txt',
    titleFrom: 'file',
    fileName: 'brought-in.txt',
    type: 'text/plain',
    size: 37,
    addedAt: DUMP_TIME + 1000,
    usedAt: DUMP_TIME + 1000,
    isMissing: true,
    catalogued: 'done',
    text: 'done',
    seen: 0,
    notice: 'due',
  },
];

/** Taken out of the library; its bytes are still there. */
export const REMOVED: readonly RemovedRow[] = [
  {
    id: 'removed',
    document: {
      id: 'removed',
      kind: 'file',
      title: 'removed.txt',
      titleFrom: 'file',
      fileName: 'removed.txt',
      type: 'text/plain',
      size: 8,
      addedAt: DUMP_TIME,
      usedAt: DUMP_TIME,
      catalogued: 'done',
      text: 'done',
      seen: 1,
      notice: 'settled',
    },
    removedAt: DUMP_TIME + 2000,
  },
];

/** Whose tab was closed half-way. */
export const INCOMING: readonly IncomingRow[] = [{ id: 'half-way', startedAt: DUMP_TIME }];

export const COVERS: readonly CoverRow[] = [
  { documentId: 'kept', image: new Blob(['not a picture'], { type: 'image/webp' }), width: 3, height: 4 },
];

export const TEXTS: readonly TextRow[] = [
  { documentId: 'kept', page: 1, text: 'Kept paper, page 1 of 3' },
  { documentId: 'kept', page: 2, text: 'Kept paper, page 2 of 3' },
  { documentId: 'kept', page: 3, text: 'Kept paper, page 3 of 3' },
];

export const COLLECTIONS: readonly CollectionRow[] = [{ id: 'travel', name: 'For the train', createdAt: DUMP_TIME }];

const CHOSEN: Partial<Settings> = {
  theme: 'dark',
  notificationSound: false,
  notificationsDeclined: true,
  libraryLimit: 5_000_000_000,
  keptOverLimit: { limit: 5_000_000_000, taken: 6_000_000_000 },
};

export const SETTINGS: readonly SettingRow[] = Object.entries(CHOSEN).map(([name, value]) => ({ name, value }));

function segment(fileId: string, firstByte: number, bytes: Uint8Array): SegmentRow {
  return { fileId, firstByte, lastByte: firstByte + bytes.length - 1, bytes: new Blob([Uint8Array.from(bytes)]) };
}
