import { msg } from '../language/msg.ts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from './icons.ts';
import { openFromTheStart, readOutline, visibleRows, type OutlineEntry, type OutlineRow } from './outline.ts';
import { readOutlinePlaces, sectionAt, type OutlinePlace } from './outline-places.ts';
import { panelNote } from './panel-note.ts';
import { SidebarJumpEvent } from './sidebar-events.ts';
import { treeKeyStep } from './tree-keys.ts';
import { listen, type ViewerEvents } from './viewer-events.ts';
import type { ViewerParts } from './viewer-parts.ts';
import './reader-outline.css';

/**
 * The document's own table of contents, as a tree (ARIA practices: tree view). Marks the section that is read.
 *
 * @fires {SidebarJumpEvent} sidebarjump
 */
@customElement('reader-outline')
export class ReaderOutline extends LitElement {
  @property({ attribute: false }) parts: ViewerParts | undefined;
  @state() private entries: readonly OutlineEntry[] | undefined;
  /** Ids of the entries whose children are shown. */
  @state() private open: ReadonlySet<string> = new Set();
  /** The section that is read, whether its line is shown or not. */
  @state() private section: string | undefined;
  /** The line that Tab reaches. */
  @state() private active: string | undefined;
  #places: readonly OutlinePlace[] = [];
  #lifetime = new AbortController();

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('parts') && this.parts) void this.#read(this.parts);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('section')) this.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): unknown {
    if (!this.entries) return panelNote(msg('Reading the outline…'));
    if (this.entries.length === 0) return panelNote(msg('This document has no outline.'));
    const rows = visibleRows(this.entries, this.open);
    const current = this.#shownSection(rows);
    const active = rows.some(({ entry }) => entry.id === this.active) ? this.active : (current ?? rows[0]?.entry.id);
    return html`<div class="reader-outline" role="tree" aria-label=${msg('Outline')} @keydown=${this.#press}>
      ${repeat(
        rows,
        ({ entry }) => entry.id,
        (row) => this.#renderRow(row, row.entry.id === active, row.entry.id === current),
      )}
    </div>`;
  }

  #renderRow(row: OutlineRow, isActive: boolean, isCurrent: boolean): TemplateResult {
    const { entry } = row;
    const { target } = entry;
    const expanded = entry.children.length > 0 ? String(this.open.has(entry.id)) : nothing;
    const style = `--level: ${row.level}; --outline-colour: ${entry.colour ?? 'inherit'}`;
    const content = html`<span class="reader-outline-twist" aria-hidden="true" @click=${this.#twist(entry)}
        >${entry.children.length > 0 ? icons.nextMatch : nothing}</span
      ><span
        class="reader-outline-title"
        ?data-bold=${entry.bold}
        ?data-italic=${entry.italic}
        ?data-colour=${entry.colour}
        >${entry.title || msg('Untitled')}${
          target.kind === 'address' ? html`<span class="reader-outline-address">${target.url}</span>` : nothing
        }</span
      >`;
    if (target.kind === 'address')
      // prettier-ignore
      return html`<a class="reader-outline-row" role="treeitem" data-id=${entry.id} .style=${style} href=${target.url} target="_blank"
        rel="noopener noreferrer nofollow" title=${target.url} tabindex=${isActive ? 0 : -1} aria-level=${row.level}
        aria-posinset=${row.position} aria-setsize=${row.siblings} aria-expanded=${expanded}>${content}</a>`;
    // prettier-ignore
    return html`<div class="reader-outline-row" role="treeitem" data-id=${entry.id} .style=${style}
      tabindex=${isActive ? 0 : -1} aria-level=${row.level} aria-posinset=${row.position} aria-setsize=${row.siblings}
      aria-expanded=${expanded} aria-current=${isCurrent ? 'location' : nothing} @click=${() => this.#follow(entry)}>${content}</div>`;
  }

  async #read(parts: ViewerParts): Promise<void> {
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
    const signal = AbortSignal.any([parts.signal, this.#lifetime.signal]);
    this.entries = undefined;
    const entries = await readOutline(parts.document);
    if (signal.aborted) return;
    this.entries = entries;
    this.open = openFromTheStart(entries);
    listen(parts.eventBus, 'updateviewarea', ({ location }) => this.#move(parts, location), signal);
    this.#places = await readOutlinePlaces(parts.document, entries, signal);
    // Where the pages stand is told only when they move.
    if (!signal.aborted) parts.viewer.update();
  }

  /** A heading in the upper third of the view is the section that is read. */
  #move({ viewer, container }: ViewerParts, { pageNumber, top }: ViewerEvents['updateviewarea']['location']): void {
    const third = container.clientHeight / 3 / viewer.currentScale / (96 / 72);
    this.section = sectionAt(this.#places, pageNumber, top - third);
  }

  /** The section that is read, or the closed entry that it lies in. */
  #shownSection(rows: readonly OutlineRow[]): string | undefined {
    const { section } = this;
    if (section === undefined) return undefined;
    return rows.findLast(({ entry: { id } }) => section === id || section.startsWith(`${id}.`))?.entry.id;
  }

  #twist(entry: OutlineEntry): (event: Event) => void {
    return (event) => {
      if (entry.children.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      this.#setOpen(entry.id, !this.open.has(entry.id));
    };
  }

  #setOpen(id: string, isOpen: boolean): void {
    const open = new Set(this.open);
    if (isOpen) open.add(id);
    else open.delete(id);
    this.open = open;
  }

  #follow({ id, target }: OutlineEntry): void {
    this.active = id;
    const { linkService } = this.parts ?? {};
    if (!linkService || target.kind === 'none' || target.kind === 'address') return;
    if (target.kind === 'place') void linkService.goToDestination(target.destination as string | never[]);
    else if (target.kind === 'action') linkService.executeNamedAction(target.name);
    else void linkService.executeSetOCGState(target.change as object);
    this.dispatchEvent(new SidebarJumpEvent());
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.entries) return;
    const focused = (event.target as HTMLElement).closest<HTMLElement>('[data-id]');
    const rows = visibleRows(this.entries, this.open);
    const step = treeKeyStep(
      event.key,
      rows,
      rows.findIndex(({ entry }) => entry.id === focused?.dataset['id']),
      this.open,
    );
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    if (step.kind === 'press') return focused?.click();
    if (step.kind === 'focus') return void this.#focusRow(step.id);
    this.#setOpen(step.id, step.kind === 'open');
  }

  async #focusRow(id: string): Promise<void> {
    this.active = id;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-outline': ReaderOutline;
  }
}
