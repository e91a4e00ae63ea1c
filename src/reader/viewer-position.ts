import type { ReaderPosition } from './events.ts';
import { ScrollMode, SpreadMode, type PDFViewer } from './pdfjs.ts';
import { isScale } from './scale.ts';
import type { ScrollName, SpreadName } from './view-state.ts';

/** PDF points of the page on which the view begins. */
export interface ViewLocation {
  readonly pageNumber: number;
  readonly top: number;
  readonly left: number;
}

const scrollModes = {
  vertical: ScrollMode.VERTICAL,
  page: ScrollMode.PAGE,
  horizontal: ScrollMode.HORIZONTAL,
  wrapped: ScrollMode.WRAPPED,
} as const;
const spreadModes = { none: SpreadMode.NONE, odd: SpreadMode.ODD, even: SpreadMode.EVEN } as const;

export function scrollName({ scrollMode }: PDFViewer): ScrollName {
  return nameOf(scrollModes, scrollMode) ?? 'vertical';
}

export function spreadName({ spreadMode }: PDFViewer): SpreadName {
  return nameOf(spreadModes, spreadMode) ?? 'none';
}

export function setScroll(viewer: PDFViewer, name: ScrollName): void {
  viewer.scrollMode = scrollModes[name];
}

export function setSpread(viewer: PDFViewer, name: SpreadName): void {
  viewer.spreadMode = spreadModes[name];
}

/** Where the view is and how it is shown; tint and panel are kept by others. */
export function positionOf(viewer: PDFViewer, { pageNumber, top, left }: ViewLocation): ReaderPosition {
  const scroll = scrollName(viewer);
  const spread = spreadName(viewer);
  const rotation = viewer.pagesRotation;
  return {
    page: pageNumber,
    top,
    left,
    scale: viewer.currentScaleValue,
    ...(scroll === 'vertical' ? {} : { scroll }),
    ...(spread === 'none' ? {} : { spread }),
    ...(isTurned(rotation) ? { rotation } : {}),
  };
}

/** Whether the last page is the one that is read; zoomed out, the end may be seen from a page before it. */
export function isAtEnd(viewer: PDFViewer): boolean {
  if (viewer.currentPageNumber === viewer.pagesCount) return true;
  const { scrollTop, clientHeight, scrollHeight, scrollLeft, clientWidth, scrollWidth } = viewer.container;
  const isAtBottom = scrollTop + clientHeight >= scrollHeight - 2;
  const isAtEdge = Math.abs(scrollLeft) + clientWidth >= scrollWidth - 2;
  return scrollName(viewer) === 'horizontal' ? isAtEdge : scrollName(viewer) !== 'page' && isAtBottom;
}

/** Before the document is set: laid out twice, a long one would take twice as long. What is stored may be from another version. */
export function restoreLayout(viewer: PDFViewer, position: ReaderPosition | undefined): void {
  setScroll(viewer, known(scrollModes, position?.scroll) ?? 'vertical');
  setSpread(viewer, known(spreadModes, position?.spread) ?? 'none');
}

/** Once the pages are there and the one in question is measured. */
export function restorePlace(viewer: PDFViewer, position: ReaderPosition | undefined): void {
  if (isTurned(position?.rotation)) viewer.pagesRotation = position.rotation;
  viewer.currentScaleValue = isScale(position?.scale) ? position.scale : 'auto';
  if (position) showPlace(viewer, position);
}

export function showPlace(viewer: PDFViewer, { page, top, left = null }: ReaderPosition | Place): void {
  viewer.scrollPageIntoView({
    pageNumber: page,
    destArray: [null, { name: 'XYZ' }, left, top, null],
    allowNegativeOffset: true,
  });
}

type Place = Pick<ReaderPosition, 'page' | 'top'> & { readonly left?: number | null };

function isTurned(degrees: number | undefined): degrees is 90 | 180 | 270 {
  return degrees === 90 || degrees === 180 || degrees === 270;
}

function nameOf<Name extends string>(modes: Readonly<Record<Name, number>>, mode: number): Name | undefined {
  return (Object.keys(modes) as Name[]).find((name) => modes[name] === mode);
}

function known<Name extends string>(modes: Readonly<Record<Name, number>>, name: string | undefined): Name | undefined {
  return (Object.keys(modes) as Name[]).find((candidate) => candidate === name);
}
