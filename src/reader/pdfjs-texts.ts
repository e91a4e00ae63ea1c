import { formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';

/** Attributes of the element by their names; `text` is what stands in it. Never markup: nobody would set that. */
type Said = Readonly<Record<string, string>>;

/** What pdf.js gives for the places in a text. */
export type TextArguments = Readonly<Record<string, unknown>>;

/**
 * pdf.js' own texts, as far as they can be met in our reader, by pdf.js' ids and in its English. Those that aren't here
 * stay as pdf.js has them.
 */
const TEXTS: Readonly<Record<string, (given: TextArguments) => Said>> = {
  'pdfjs-page-landmark': ({ page }) => ({ 'aria-label': msg(str`Page ${formatNumber(Number(page))}`) }),
  'pdfjs-text-annotation-type': ({ type }) => ({ alt: msg(str`[${String(type)} Annotation]`) }),

  'pdfjs-highlight-floating-button1': () => ({ title: msg('Highlight'), 'aria-label': msg('Highlight') }),
  'pdfjs-highlight-floating-button-label': () => ({ text: msg('Highlight') }),
  'pdfjs-comment-floating-button': () => ({ title: msg('Comment'), 'aria-label': msg('Comment') }),
  'pdfjs-comment-floating-button-label': () => ({ text: msg('Comment') }),
  'pdfjs-show-comment-button': () => ({ title: msg('Show comment') }),
  'pdfjs-editor-add-comment-button': () => ({ title: msg('Add comment') }),

  'pdfjs-editor-highlight-editor': () => ({ 'aria-label': msg('Highlight editor') }),
  'pdfjs-editor-ink-editor': () => ({ 'aria-label': msg('Drawing editor') }),
  'pdfjs-editor-stamp-editor': () => ({ 'aria-label': msg('Image editor') }),
  'pdfjs-editor-signature-editor1': ({ description }) => ({
    'aria-description': msg(str`Signature editor: ${String(description)}`),
  }),
  'pdfjs-free-text2': () => ({ 'aria-label': msg('Text Editor'), 'default-content': msg('Start typing…') }),

  'pdfjs-editor-remove-highlight-button': () => ({ title: msg('Remove highlight') }),
  'pdfjs-editor-remove-freetext-button': () => ({ title: msg('Remove text') }),
  'pdfjs-editor-remove-ink-button': () => ({ title: msg('Remove drawing') }),
  'pdfjs-editor-remove-stamp-button': () => ({ title: msg('Remove image') }),
  'pdfjs-editor-remove-signature-button': () => ({ title: msg('Remove signature') }),

  'pdfjs-editor-alt-text-button': () => ({ 'aria-label': msg('Alt text') }),
  'pdfjs-editor-alt-text-button-label': () => ({ text: msg('Alt text') }),
  'pdfjs-editor-alt-text-edit-button': () => ({ 'aria-label': msg('Edit alt text') }),

  'pdfjs-editor-color-picker-free-text-input': () => ({ title: msg('Change text color') }),
  'pdfjs-editor-color-picker-ink-input': () => ({ title: msg('Change drawing color') }),
  'pdfjs-editor-colorpicker-button': () => ({ title: msg('Change color') }),
  'pdfjs-editor-colorpicker-dropdown': () => ({ 'aria-label': msg('Color choices') }),
  'pdfjs-editor-colorpicker-yellow': () => ({ title: msg('Yellow') }),
  'pdfjs-editor-colorpicker-green': () => ({ title: msg('Green') }),
  'pdfjs-editor-colorpicker-blue': () => ({ title: msg('Blue') }),
  'pdfjs-editor-colorpicker-pink': () => ({ title: msg('Pink') }),
  'pdfjs-editor-colorpicker-red': () => ({ title: msg('Red') }),

  'pdfjs-editor-resizer-top-left': () => ({ 'aria-label': msg('Top left corner — resize') }),
  'pdfjs-editor-resizer-top-middle': () => ({ 'aria-label': msg('Top middle — resize') }),
  'pdfjs-editor-resizer-top-right': () => ({ 'aria-label': msg('Top right corner — resize') }),
  'pdfjs-editor-resizer-middle-right': () => ({ 'aria-label': msg('Middle right — resize') }),
  'pdfjs-editor-resizer-bottom-right': () => ({ 'aria-label': msg('Bottom right corner — resize') }),
  'pdfjs-editor-resizer-bottom-middle': () => ({ 'aria-label': msg('Bottom middle — resize') }),
  'pdfjs-editor-resizer-bottom-left': () => ({ 'aria-label': msg('Bottom left corner — resize') }),
  'pdfjs-editor-resizer-middle-left': () => ({ 'aria-label': msg('Middle left — resize') }),
};

/** All ids that are said here. */
export const PDFJS_IDS: readonly string[] = Object.keys(TEXTS);

/** What pdf.js' element of that id says in the spoken language; `undefined` where pdf.js says it itself. */
export function pdfjsText(id: string | null, given: TextArguments): Said | undefined {
  return TEXTS[id ?? '']?.(given);
}
