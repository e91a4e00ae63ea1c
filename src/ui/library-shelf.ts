import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import { markFinished, markUnread, setFavourite, setPinned } from '../library/document-changes.ts';
import type { Shelf } from '../library/shelf.ts';
import { isFiltered } from '../library/shelf-filter.ts';
import { listCollections } from '../store/collections.ts';
import { readFile } from '../store/files.ts';
import type { DocumentRow } from '../store/schema.ts';
import type { App } from './app.ts';
import './document-menu.ts';
import { headingOf } from './heading.ts';
import { passFocusOn } from './pass-focus-on.ts';
import { QueryController } from './query-controller.ts';
import { RemoveDocumentsEvent } from './remove-documents-event.ts';
import { saveFailureWords, saveToDisk } from './save-to-disk.ts';
import { type Selection, NOTHING_SELECTED, among, extended, toggled } from './selection.ts';
import './selection-bar.ts';
import { shareDocument } from './share-document.ts';
import { sharedStyles } from './shared-styles.ts';
import type { ShelfCommand, ShelfCommandEvent } from './shelf-command.ts';
import { ShelfController } from './shelf-controller.ts';
import './shelf-list.ts';
import './shelf-toolbar.ts';
import { missingPartWords } from './words.ts';

/** The documents of the library, how they are looked at, and what is done with them. */
@customElement('library-shelf')
export class LibraryShelf extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
        min-inline-size: 0;
      }

      .parts {
        display: contents;
      }

      selection-bar {
        position: sticky;
        inset-block-start: calc(var(--bar-kept) + var(--space-2));
        z-index: 5;
      }

      .problem:empty {
        display: none;
      }

      .problem {
        color: var(--bad);
      }

      .nothing {
        display: grid;
        justify-items: start;
        gap: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  /** Absent: the person selects nothing. */
  @state() private selection: Selection | undefined;
  @state() private collected: readonly string[] = [];
  @state() private problem: (() => string) | undefined;
  @query('shelf-list') private readonly list!: HTMLElementTagNameMap['shelf-list'] | null;
  @query('document-menu') private readonly menu!: HTMLElementTagNameMap['document-menu'];
  @query('rename-dialog') private readonly renaming!: HTMLElementTagNameMap['rename-dialog'];
  @query('details-dialog') private readonly details!: HTMLElementTagNameMap['details-dialog'];
  @query('collections-dialog') private readonly collecting!: HTMLElementTagNameMap['collections-dialog'];
  readonly #shelf = new ShelfController(this, () => this.app);
  readonly #collections = new QueryController(this, 'collections', listCollections);
  #lifetime = new AbortController();
  /** Code of the dialog that was asked for last. */
  #asked: Promise<unknown> | undefined;

  constructor() {
    super();
    passFocusOn(this, () => headingOf(this));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lifetime = new AbortController();
    document.addEventListener('keydown', (event) => this.#press(event), { signal: this.#lifetime.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
  }

  protected override willUpdate(): void {
    const { shelf } = this.#shelf;
    if (shelf && this.selection) this.selection = among(this.selection, idsOf(shelf.rows));
    if (shelf?.isWhole === true && shelf.rows.length === 0 && this.selection) this.#stopSelecting(); // What it was done to has left the filter.
    this.#leaveRemovedCollection();
  }

  override render(): TemplateResult | typeof nothing {
    const { shelf } = this.#shelf;
    if (!shelf) return nothing;
    return html`
      <div @shelfcommand=${(event: ShelfCommandEvent) => this.#run(event.command)} class="parts">
        ${this.selection ? html`<selection-bar .selected=${this.#selected}></selection-bar>` : this.#renderToolbar(shelf)}
        <p class="problem" role="alert">${this.problem?.() ?? nothing}</p>
        ${shelf.isWhole && shelf.rows.length === 0 ? this.#renderNothing(shelf) : this.#renderList(shelf)}
        <document-menu></document-menu>
      </div>
      <rename-dialog></rename-dialog>
      <details-dialog></details-dialog>
      <collections-dialog
        .collections=${this.#collections.value ?? []}
        .ids=${this.collected}
        .rowOf=${(id: string) => shelf.row(id)}
      ></collections-dialog>
    `;
  }

  #renderToolbar(shelf: Shelf): TemplateResult {
    return html`<shelf-toolbar
      .look=${shelf.look}
      .collections=${this.#collections.value ?? []}
      .shown=${shelf.isWhole ? shelf.rows.length : undefined}
      .total=${shelf.total ?? 0}
      @look=${(event: HTMLElementEventMap['look']) => shelf.show(event.change)}
    ></shelf-toolbar>`;
  }

  #renderList(shelf: Shelf): TemplateResult {
    return html`<shelf-list
      .shelf=${shelf}
      .rows=${shelf.rows}
      .total=${shelf.isWhole || isFiltered(shelf.look) ? shelf.rows.length : (shelf.total ?? 0)}
      .layout=${shelf.look.layout}
      .selection=${this.selection}
    ></shelf-list>`;
  }

  #renderNothing(shelf: Shelf): TemplateResult {
    const all = { reading: undefined, onlyFavourites: undefined, collection: undefined };
    const { reading, onlyFavourites, collection } = shelf.look;
    const isNewCollection = collection !== undefined && reading === undefined && onlyFavourites !== true;
    return html`
      <div class="nothing">
        <p class="soft">${isNewCollection ? emptyCollectionWords() : msg('No documents match these filters.')}</p>
        ${isFiltered(shelf.look) ? html`<button @click=${() => shelf.show(all)}>${msg('Show all documents')}</button>` : nothing}
      </div>
    `;
  }

  get #selected(): readonly DocumentRow[] {
    const ids = this.selection?.ids;
    return ids ? (this.#shelf.shelf?.rows.filter(({ id }) => ids.has(id)) ?? []) : [];
  }

  #leaveRemovedCollection(): void {
    const { shelf } = this.#shelf;
    const isThere = this.#collections.value?.some(({ id }) => id === shelf?.look.collection) ?? true;
    if (shelf?.look.collection !== undefined && !isThere) void shelf.show({ collection: undefined });
  }

  async #run(command: ShelfCommand): Promise<void> {
    this.problem = undefined;
    switch (command.command) {
      case 'menu':
        return this.menu.open(command.document, command.button);
      case 'rename':
        return this.#open(import('./rename-dialog.ts'), () => this.renaming.open(command.document));
      case 'details':
        return this.#open(import('./details-dialog.ts'), () => this.details.open(command.document));
      case 'collect':
        this.collected = command.ids;
        return this.#open(import('./collections-dialog.ts'), () => this.collecting.open());
      case 'favourite':
        return setFavourite(command.ids, command.isOn);
      case 'pin':
        return setPinned(command.ids, command.isOn);
      case 'finished':
        return markFinished(command.ids);
      case 'unread':
        return markUnread(command.ids);
      case 'remove':
        return this.#remove(command.ids);
      case 'save':
        return this.#hand(command.document, saveToDisk, saveFailureWords);
      case 'share':
        return this.#hand(command.document, share, shareFailureWords);
      case 'download-again':
        return this.#downloadAgain(command.document);
      case 'start-selecting':
        return this.#startSelecting(NOTHING_SELECTED);
      case 'select':
        return this.#select(command.id, command.isRange);
      case 'select-all':
        return this.#selectAll();
      case 'stop-selecting':
        return this.#stopSelecting();
      default:
        return command satisfies never;
    }
  }

  /** Opens a dialog whose code comes when somebody asks for it, unless they have gone on to something else meanwhile. */
  async #open(part: Promise<unknown>, open: () => Promise<void> | void): Promise<void> {
    this.#asked = part;
    try {
      await part;
    } catch (error) {
      reportError(error);
      this.problem = missingPartWords;
      return;
    }
    if (this.isConnected && this.#asked === part) await open();
  }

  #select(id: string, isRange: boolean): Promise<void> | void {
    if (!this.selection) return this.#startSelecting(toggled(NOTHING_SELECTED, id));
    const shown = idsOf(this.#shelf.shelf?.rows ?? []);
    this.selection = isRange ? extended(this.selection, id, shown) : toggled(this.selection, id);
  }

  async #startSelecting(selection: Selection): Promise<void> {
    this.selection = selection;
    const first = selection.anchor ?? this.#shelf.shelf?.rows[0]?.id;
    await this.updateComplete;
    if (first !== undefined) await this.list?.focusOn(first, 'pick');
  }

  #selectAll(): void {
    this.selection = { ids: new Set(idsOf(this.#shelf.shelf?.rows ?? [])), anchor: undefined };
  }

  #stopSelecting(): void {
    this.selection = undefined;
    headingOf(this)?.focus({ preventScroll: true });
  }

  /** The focus goes to the next document that stays; with the last one the list goes, too. */
  #remove(ids: readonly string[]): void {
    const rows = this.#shelf.shelf?.rows ?? [];
    const going = new Set(ids);
    const last = rows.findLastIndex(({ id }) => going.has(id));
    const isStaying = ({ id }: DocumentRow): boolean => !going.has(id);
    const next = rows.slice(last).find(isStaying) ?? rows.slice(0, last).findLast(isStaying);
    const title = rows.find(({ id }) => id === ids[0])?.title ?? '';
    this.selection = undefined;
    if (next) void this.list?.focusOn(next.id, 'title');
    else headingOf(this)?.focus({ preventScroll: true });
    this.dispatchEvent(new RemoveDocumentsEvent(ids, title));
  }

  async #hand(
    row: DocumentRow,
    give: (row: DocumentRow) => Promise<void>,
    words: typeof saveFailureWords,
  ): Promise<void> {
    try {
      await give(row);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.problem = () => words(error, row.title);
    }
  }

  async #downloadAgain(row: DocumentRow): Promise<void> {
    headingOf(this)?.focus({ preventScroll: true });
    await this.app?.downloadAgain([row]);
  }

  #press(event: KeyboardEvent): void {
    const isElsewhere = event
      .composedPath()
      .some(
        (target) =>
          target instanceof Element && target.matches('dialog, [popover], input:not(.pick), textarea, select'),
      );
    if (!this.selection || isElsewhere || event.defaultPrevented) return;
    const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
    if (event.key !== 'Escape' && !isAll) return;
    event.preventDefault();
    if (isAll) this.#selectAll();
    else this.#stopSelecting();
  }
}

function idsOf(rows: readonly DocumentRow[]): readonly string[] {
  return rows.map(({ id }) => id);
}

function emptyCollectionWords(): string {
  return msg('There is nothing in this collection yet. Put a document here by its … menu, with Collections…');
}

function shareFailureWords(error: DOMException, title: string): string {
  return error.name === 'NotFoundError'
    ? saveFailureWords(error, title)
    : msg(str`The browser did not hand over “${title}”. Try again.`);
}

async function share(row: DocumentRow): Promise<void> {
  const bytes = await readFile(row.id, row.type);
  if (!bytes) throw new DOMException(`The bytes of ${row.fileName} are gone`, 'NotFoundError');
  await shareDocument(row, bytes);
}

declare global {
  interface HTMLElementTagNameMap {
    'library-shelf': LibraryShelf;
  }
}
