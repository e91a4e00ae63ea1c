import { PermissionFlag, type PDFDocumentProxy, type PDFViewer } from '../pdfjs.ts';

/** What a protected document lets people do with it. */
export interface MarkPermissions {
  readonly canAnnotate: boolean;
  readonly canFill: boolean;
}

/** ISO 32000-2, table 22: bit 6 is for annotations and for forms, bit 9 for forms alone. */
export async function permissionsOf(document: PDFDocumentProxy): Promise<MarkPermissions> {
  const flags = await document.getPermissions();
  const canAnnotate = !flags || flags.has(PermissionFlag.MODIFY_ANNOTATIONS);
  return { canAnnotate, canFill: canAnnotate || flags.has(PermissionFlag.FILL_INTERACTIVE_FORMS) };
}

/**
 * Gives the viewer its document, with the editor and the forms switched as `permissions` say. The viewer asks for
 * permissions in that moment, and means other things by them: MODIFY_CONTENTS for its editor, and COPY for whether text
 * can be selected, which stays.
 */
export function setDocument(viewer: PDFViewer, document: PDFDocumentProxy, permissions: MarkPermissions): void {
  const { MODIFY_CONTENTS, MODIFY_ANNOTATIONS, FILL_INTERACTIVE_FORMS } = PermissionFlag;
  const refused = new Set<number>([
    ...(permissions.canAnnotate ? [] : [MODIFY_CONTENTS, MODIFY_ANNOTATIONS]),
    ...(permissions.canFill ? [] : [FILL_INTERACTIVE_FORMS]),
  ]);
  const granted = new Set<number>(Object.values(PermissionFlag).filter((flag) => !refused.has(flag)));
  document.getPermissions = () => Promise.resolve(granted);
  try {
    viewer.setDocument(document);
  } finally {
    Reflect.deleteProperty(document, 'getPermissions');
  }
}
