import type { EventBus } from '../pdfjs.ts';

// pdf.js' annotation editor, as far as it is used here: its own types leave most of this out or call it `any`.

export interface CommentText {
  readonly text: string | null;
  readonly deleted: boolean;
}

/** One mark on a page, alive. */
export interface Editor {
  readonly id: string;
  /** One of `AnnotationEditorType`. */
  readonly mode: number;
  /** From 0. */
  readonly pageIndex: number;
  /** Parts of the page's width and height. */
  x: number;
  y: number;
  /** PDF points. */
  readonly pageDimensions: readonly [width: number, height: number];
  /** Absent before it was drawn. */
  readonly div: HTMLElement | null;
  /** Names the annotation of the file that this edits. */
  readonly annotationElementId: string | null;
  /** Of a file's annotation only: it is taken away. */
  readonly deleted: boolean;
  /** Tells pdf.js to leave a copy where it was; taken away when it has. */
  isClone?: boolean;
  /** The old comment to read, the new one to write; `null` removes it. */
  get comment(): CommentText | null;
  set comment(text: string | null);
  /** Of what it is drawn on. */
  addContainer(container: Element): void;
  onceAdded(focus: boolean): void;
  fixAndSetPosition(): void;
  isEmpty(): boolean;
  remove(): void;
  disable(): void;
  /** `null` when there is nothing to keep: empty, or as it is in the file. */
  serialize(isForCopying?: boolean): SerializedEditor | null;
}

export interface SerializedEditor {
  readonly pageIndex: number;
  /** PDF points: left, bottom, right, top. Absent where the mark is only taken away. */
  readonly rect?: readonly [number, number, number, number];
  readonly [name: string]: unknown;
}

/** An annotation of the file, as it is drawn. */
export interface FileAnnotation {
  hide(): void;
}

/** How a page is shown. */
interface EditorViewport {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  clone(change: { readonly dontFlip: boolean }): EditorViewport;
  /** From pixels of this view to PDF points. */
  convertToPdfPoint(x: number, y: number): readonly [x: number, y: number];
}

/** The marks of one page. */
export interface EditorLayer {
  readonly pageIndex: number;
  readonly div: HTMLElement;
  readonly viewport: EditorViewport;
  addUndoableEditor(editor: Editor): void;
  addOrRebuild(editor: Editor): void;
  deserialize(content: object): Promise<Editor | null>;
  getEditableAnnotation(id: string): FileAnnotation | null;
}

interface UndoStep {
  readonly cmd: () => void;
  readonly undo: () => void;
  readonly mustExec: boolean;
}

/** What pdf.js calls the editor's UI manager: one a document. */
export interface EditorUi {
  readonly hasSelection: boolean;
  readonly imageManager: {
    getFromBlob(
      id: string,
      blob: Promise<Blob>,
    ): Promise<{
      readonly id: string;
      readonly bitmap: ImageBitmap | HTMLImageElement;
      readonly isSvg: boolean;
    } | null>;
  };
  getActive(): Editor | null;
  /** One of `AnnotationEditorType`. */
  getMode(): number;
  getLayer(pageIndex: number): EditorLayer | undefined;
  addCommands(step: UndoStep): void;
  rebuild(editor: Editor): void;
  undo(): void;
  redo(): void;
  /** Commits what is being written or drawn. */
  endCurrentEditing(): void;
}

export interface EditorLayerRendered {
  readonly pageNumber: number;
  readonly source: {
    readonly annotationEditorLayer: { readonly annotationEditorLayer: EditorLayer } | null;
    toggleEditingMode(isEditing: boolean): void;
  };
}

export interface AnnotationLayerRendered {
  readonly source: { readonly annotationLayer: { readonly div: Element | null } | null };
}

export interface EditingStates {
  readonly hasSomethingToUndo?: boolean;
  readonly hasSomethingToRedo?: boolean;
  readonly hasSelectedEditor?: boolean;
}

interface EditorEvents {
  annotationeditoruimanager: { readonly uiManager: EditorUi };
  annotationlayerrendered: AnnotationLayerRendered;
  annotationeditorlayerrendered: EditorLayerRendered;
  annotationeditormodechanged: { readonly mode: number };
  annotationeditorparamschanged: { readonly details: readonly (readonly [type: number, value: unknown])[] };
  editingstateschanged: { readonly details: EditingStates };
  /** A press on a mark asks for its tool. */
  switchannotationeditormode: { readonly mode: number; readonly editId?: string };
  /** The button beside selected text asks for the highlighter. */
  showannotationeditorui: { readonly mode: number };
}

/** Listens until the signal aborts. */
export function listenToEditor<Type extends keyof EditorEvents>(
  eventBus: EventBus,
  type: Type,
  listener: (event: EditorEvents[Type]) => void,
  signal: AbortSignal,
): void {
  eventBus.on(type, listener, { signal });
}
