import { AnnotationEditorType, AnnotationMode } from '../pdfjs.ts';
import { PageComments } from './page-comments.ts';
import { ImageDescriptions } from './image-descriptions.ts';
import { highlightColors } from './mark-tools.ts';
import { Signatures } from './signatures.ts';

/** What pdf.js' viewer is to do with forms and marks. Scripts in forms never run: it gets nothing to run them with. */
export function markOptions(container: HTMLElement): object {
  // What is asked of the person lies over the pages; the desk outlives them.
  const host = container.parentElement ?? container;
  return {
    annotationMode: AnnotationMode.ENABLE_FORMS,
    annotationEditorMode: AnnotationEditorType.NONE,
    annotationEditorHighlightColors: highlightColors.map((each) => each.join('=')).join(','),
    enableHighlightFloatingButton: true,
    enablePermissions: true,
    commentManager: new PageComments(host),
    altTextManager: new ImageDescriptions(host),
    signatureManager: new Signatures(host),
  };
}
