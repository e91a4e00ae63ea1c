import { AnnotationEditorParamsType, AnnotationEditorType } from '../pdfjs.ts';
import type { MarkSetting, MarkSettings } from './marks-snapshot.ts';

/** The tools, in the order in which they stand. */
export const markTools = ['highlight', 'text', 'note', 'draw', 'image', 'signature'] as const;

export type ReaderMarkTool = (typeof markTools)[number];

const modes: Readonly<Record<ReaderMarkTool, number>> = {
  highlight: AnnotationEditorType.HIGHLIGHT,
  text: AnnotationEditorType.FREETEXT,
  // pdf.js has no notes: theirs is the stamp's, see notes.ts.
  note: AnnotationEditorType.STAMP,
  draw: AnnotationEditorType.INK,
  image: AnnotationEditorType.STAMP,
  signature: AnnotationEditorType.SIGNATURE,
};

/** One of `AnnotationEditorType`. */
export function modeOf(tool: ReaderMarkTool | undefined): number {
  return tool === undefined ? AnnotationEditorType.NONE : modes[tool];
}

/** @param stamp which of the two tools that stamp is meant. */
export function toolOf(mode: number, stamp: 'note' | 'image'): ReaderMarkTool | undefined {
  if (mode === AnnotationEditorType.STAMP) return stamp;
  return markTools.find((tool) => modes[tool] === mode);
}

/** What pdf.js calls each setting. */
export const settingTypes: Readonly<Record<MarkSetting, number>> = {
  highlightColor: AnnotationEditorParamsType.HIGHLIGHT_COLOR,
  highlightThickness: AnnotationEditorParamsType.HIGHLIGHT_THICKNESS,
  textColor: AnnotationEditorParamsType.FREETEXT_COLOR,
  textSize: AnnotationEditorParamsType.FREETEXT_SIZE,
  drawColor: AnnotationEditorParamsType.INK_COLOR,
  drawThickness: AnnotationEditorParamsType.INK_THICKNESS,
  drawOpacity: AnnotationEditorParamsType.INK_OPACITY,
};

/** Name and colour of the highlighters, as pdf.js takes them: it has words for these names. */
export const highlightColors = [
  ['yellow', '#ffff98'],
  ['green', '#53ffbc'],
  ['blue', '#80ebff'],
  ['pink', '#ffcbe6'],
  ['red', '#ff4f5f'],
] as const;

/** For a pen: marks lie on paper, which is white in the dark too. */
export const penColors = [
  ['black', '#000000'],
  ['red', '#c8102e'],
  ['blue', '#0b4fb3'],
  ['green', '#0f7a3d'],
  ['orange', '#c75300'],
] as const;

/** Before the person chose. */
export const defaultSettings: MarkSettings = {
  highlightColor: highlightColors[0][1],
  highlightThickness: 12,
  textColor: penColors[0][1],
  textSize: 14,
  drawColor: penColors[1][1],
  drawThickness: 2,
  drawOpacity: 1,
};
