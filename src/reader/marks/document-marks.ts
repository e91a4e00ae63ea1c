import { msg } from '../../language/msg.ts';
import { Bookmarks } from './bookmarks.ts';
import { ChosenSettings } from './chosen-settings.ts';
import { AnnotationEditorParamsType, type EventBus, type PDFDocumentProxy, type PDFViewer } from '../pdfjs.ts';
import {
  type AnnotationLayerRendered,
  type EditingStates,
  type EditorLayer,
  type EditorUi,
  listenToEditor,
  type EditorLayerRendered,
} from './editor.ts';
import { watchWords } from './highlight-words.ts';
import { KeptMarks } from './kept-marks.ts';
import { modeOf, type ReaderMarkTool, toolOf } from './mark-tools.ts';
import type { MarkSetting, MarkSettings, MarksSnapshot } from './marks-snapshot.ts';
import { listenForMarkKeys } from './mark-keys.ts';
import { nameFields } from './name-fields.ts';
import { type NotePlace, putNote } from './notes.ts';
import { type MarkPermissions, permissionsOf, setDocument } from './permissions.ts';
import { Trouble } from './trouble.ts';
import { watchForChanges } from './watch-changes.ts';

export interface DocumentMarksParts {
  /** The document's id in the library. */
  readonly documentId: string;
  readonly viewer: PDFViewer;
  readonly eventBus: EventBus;
  readonly signal: AbortSignal;
  /** The snapshot is another one. */
  readonly onChange: () => void;
}

/** Annotations, fields and bookmarks of one open document: what the person does with them, and that it is kept. */
export class DocumentMarks {
  readonly #parts: DocumentMarksParts;
  readonly #document: PDFDocumentProxy;
  readonly #kept: KeptMarks;
  readonly #permissions: MarkPermissions;
  readonly #settings: ChosenSettings;
  readonly #bookmarks: Bookmarks;
  readonly #trouble: Trouble;
  #ui: EditorUi | undefined;
  #isBarOpen = false;
  #tool: ReaderMarkTool | undefined;
  /** Which of the two tools that stamp was last in use. */
  #stamp: 'note' | 'image' = 'image';
  /** The words of one are being asked for. */
  #isNoteAsked = false;
  /** Those that are listened to. */
  readonly #layers = new WeakSet<EditorLayer>();
  #canUndo = false;
  #canRedo = false;

  /** Reads what is kept of a document. Its pages must not have been drawn. */
  static async open(document: PDFDocumentProxy, parts: DocumentMarksParts): Promise<DocumentMarks> {
    const kept = new KeptMarks(parts.documentId, document);
    const [permissions] = await Promise.all([permissionsOf(document), kept.load()]);
    return new DocumentMarks(document, parts, kept, permissions);
  }

  private constructor(
    document: PDFDocumentProxy,
    parts: DocumentMarksParts,
    kept: KeptMarks,
    permissions: MarkPermissions,
  ) {
    this.#document = document;
    this.#parts = parts;
    this.#kept = kept;
    this.#permissions = permissions;
    this.#settings = new ChosenSettings(parts.eventBus);
    this.#bookmarks = new Bookmarks(parts.documentId, parts.signal, parts.onChange);
    this.#trouble = new Trouble(parts.onChange);
    this.#listen();
  }

  get snapshot(): MarksSnapshot {
    const canAnnotate = this.#ui !== undefined;
    return {
      canAnnotate,
      refusal: canAnnotate ? '' : this.#refusal(),
      trouble: this.#trouble.words,
      isBarOpen: this.#isBarOpen,
      tool: this.#tool,
      canUndo: this.#canUndo,
      canRedo: this.#canRedo,
      bookmarkedPages: this.#bookmarks.pages,
      isChanged: this.#kept.isChanged,
      settings: this.#settings.shown,
    };
  }

  /** Gives the viewer its document, with what may be changed in it. */
  showIn(viewer: PDFViewer): void {
    setDocument(viewer, this.#document, this.#permissions);
  }

  toggleBar(): void {
    this.#isBarOpen = !this.#isBarOpen;
    if (!this.#isBarOpen) this.#use(undefined);
    this.#parts.onChange();
  }

  /** Takes up a tool, or lays it down when it is in use. */
  toggleTool(tool: ReaderMarkTool): void {
    this.#use(this.#tool === tool ? undefined : tool);
  }

  set<Name extends MarkSetting>(name: Name, value: MarkSettings[Name]): void {
    this.#settings.set(name, value, this.#ui?.hasSelection === true);
    void this.keep();
    this.#parts.onChange();
  }

  /** Puts a note, an image or a signature into the page that is shown, by the tool in use. */
  insert(): void {
    const { eventBus, viewer } = this.#parts;
    const layer = this.#ui?.getLayer(viewer.currentPageNumber - 1);
    if (!layer) return;
    if (this.#tool === 'note') return void this.#putNote(layer, middleOf(layer.div, viewer.container));
    const type = AnnotationEditorParamsType.CREATE;
    eventBus.dispatch('switchannotationeditorparams', { source: this, type, value: {} });
  }

  undo(): void {
    this.#ui?.undo();
    void this.keep();
  }

  redo(): void {
    this.#ui?.redo();
    void this.keep();
  }

  toggleBookmark(page: number): Promise<void> {
    return this.#trouble.watch(() => this.#bookmarks.toggle(page), 'bookmark');
  }

  /** Removes a mark or bookmark by its row's id; a mark on a page that was drawn comes back by Undo. */
  remove(id: string): Promise<void> {
    const editor = this.#kept.find(id);
    const ui = this.#ui;
    if (!editor || !ui) return this.#trouble.watch(() => this.#kept.remove(id), 'removal');
    ui.addCommands({ cmd: () => editor.remove(), undo: () => ui.rebuild(editor), mustExec: true });
    return this.keep();
  }

  /** The document with all marks and fields in it, as new bytes; none where pdf.js can't write it, and then it says so. */
  async save(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    await this.rest();
    let bytes: Uint8Array<ArrayBuffer> | undefined;
    const make = async (): Promise<void> => void (bytes = await this.#kept.save());
    await this.#trouble.watch(make, 'copy');
    return bytes;
  }

  /** Writes what changed. */
  async keep(): Promise<void> {
    const wasChanged = this.#kept.isChanged;
    await this.#trouble.watch(() => this.#kept.write(), 'keeping');
    if (wasChanged !== this.#kept.isChanged) this.#parts.onChange();
  }

  /** Commits what is being written or drawn, and writes it. */
  rest(): Promise<void> {
    this.#ui?.endCurrentEditing();
    return this.keep();
  }

  /** First pdf.js lets go of what is selected. */
  #leaveTool(): void {
    if (!this.#ui?.hasSelection && !this.#ui?.getActive()) this.#use(undefined);
  }

  #use(tool: ReaderMarkTool | undefined): void {
    const { viewer } = this.#parts;
    if (!this.#ui || this.#tool === tool) return;
    if (tool === 'note' || tool === 'image') this.#stamp = tool;
    // Of one mode, pdf.js sees no change.
    if (modeOf(tool) === this.#ui.getMode()) this.#followTool(modeOf(tool));
    else viewer.annotationEditorMode = { mode: modeOf(tool) };
  }

  async #putNote(layer: EditorLayer, place: NotePlace): Promise<void> {
    const ui = this.#ui;
    const host = this.#parts.viewer.container.parentElement;
    if (!ui || !host || this.#isNoteAsked) return;
    this.#isNoteAsked = true;
    await this.#trouble.watch(() => putNote(ui, layer, place, host), 'note');
    this.#isNoteAsked = false;
    await this.keep();
  }

  /** A press on the page makes a note, unless it lets go of one that is selected. */
  #listenForNotes(layer: EditorLayer): void {
    let isFree = true;
    const { signal } = this.#parts;
    const look = (): void => void (isFree = this.#ui?.hasSelection !== true);
    const put = (event: MouseEvent): void => {
      if (this.#tool === 'note' && isFree && event.target === layer.div) void this.#putNote(layer, event);
    };
    layer.div.addEventListener('pointerdown', look, { capture: true, signal });
    layer.div.addEventListener('click', put, { signal });
  }

  #listen(): void {
    const { eventBus, signal, viewer } = this.#parts;
    const reach = ({ uiManager }: { readonly uiManager: EditorUi }): void => void (this.#ui = uiManager);
    listenToEditor(eventBus, 'annotationeditoruimanager', reach, signal);
    listenToEditor(eventBus, 'annotationeditorlayerrendered', (event) => void this.#drawPage(event), signal);
    const name = ({ source }: AnnotationLayerRendered): void => {
      if (source.annotationLayer?.div) nameFields(source.annotationLayer.div);
    };
    listenToEditor(eventBus, 'annotationlayerrendered', name, signal);
    listenToEditor(eventBus, 'annotationeditormodechanged', ({ mode }) => this.#followTool(mode), signal);
    listenToEditor(eventBus, 'annotationeditorparamschanged', ({ details }) => this.#show(details), signal);
    listenToEditor(eventBus, 'editingstateschanged', ({ details }) => this.#followStates(details), signal);
    const use = ({ mode }: { readonly mode: number }): void => this.#use(toolOf(mode, this.#stamp));
    listenToEditor(eventBus, 'showannotationeditorui', use, signal);
    const edit = ({ mode, editId }: { readonly mode: number; readonly editId?: string }): void => {
      if (editId !== undefined) this.#stamp = this.#kept.isNote(editId) ? 'note' : 'image';
      viewer.annotationEditorMode = editId === undefined ? { mode } : { mode, editId };
    };
    listenToEditor(eventBus, 'switchannotationeditormode', edit, signal);
    listenForMarkKeys({
      signal,
      isToolInUse: () => this.#tool !== undefined,
      leaveTool: () => this.#leaveTool(),
      undo: () => this.undo(),
      redo: () => this.redo(),
    });
    watchForChanges(this.#document, {
      signal,
      isDrawing: () => this.#tool === 'draw',
      keep: () => void this.keep(),
      rest: () => void this.rest(),
    });
  }

  async #drawPage({ source }: EditorLayerRendered): Promise<void> {
    const layer = source.annotationEditorLayer?.annotationEditorLayer;
    if (!this.#ui || !layer) return;
    this.#settings.apply();
    watchWords(layer.div, this.#parts.signal);
    if (!this.#layers.has(layer)) this.#listenForNotes(layer);
    this.#layers.add(layer);
    const { mustRedraw, failures } = await this.#kept.drawPage(this.#ui, layer);
    for (const cause of failures) {
      this.#trouble.tell({ undrawnOn: layer.pageIndex + 1 }, cause);
    }
    if (!mustRedraw || this.#parts.signal.aborted) return;
    this.#document.annotationStorage.resetModifiedIds();
    source.toggleEditingMode(this.#tool !== undefined);
    this.#parts.viewer.update();
  }

  #followTool(mode: number): void {
    this.#tool = toolOf(mode, this.#stamp);
    if (this.#tool) this.#isBarOpen = true;
    void this.keep();
    this.#parts.onChange();
  }

  #show(details: readonly (readonly [type: number, value: unknown])[]): void {
    this.#settings.follow(details);
    this.#parts.onChange();
  }

  #followStates(states: EditingStates): void {
    if (states.hasSelectedEditor === false) this.#settings.letGo();
    this.#canUndo = states.hasSomethingToUndo ?? this.#canUndo;
    this.#canRedo = states.hasSomethingToRedo ?? this.#canRedo;
    void this.keep();
    this.#parts.onChange();
  }

  #refusal(): string {
    if (this.#document.isPureXfa) return msg('This form can be filled in, but it can’t carry marks.');
    return msg('Whoever made this document does not allow marks in it.');
  }
}

/** The middle of what can be seen of a page. */
function middleOf(page: Element, window: Element): NotePlace {
  const [inner, outer] = [page.getBoundingClientRect(), window.getBoundingClientRect()];
  const clientX = (Math.max(inner.left, outer.left) + Math.min(inner.right, outer.right)) / 2;
  const clientY = (Math.max(inner.top, outer.top) + Math.min(inner.bottom, outer.bottom)) / 2;
  return { clientX, clientY };
}
