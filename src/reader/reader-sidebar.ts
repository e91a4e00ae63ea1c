import { msg } from '../language/msg.ts';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ReaderCommandEvent } from './commands.ts';
import { sidebarPanels, type SidebarPanel } from './sidebar-panels.ts';
import type { ViewerParts } from './viewer-parts.ts';
import './reader-sidebar.css';

/**
 * What stands beside the pages, one panel at a time, as tabs (ARIA practices: tabs with automatic activation).
 *
 * @fires {ReaderCommandEvent} readercommand - the person chose another panel
 */
@customElement('reader-sidebar')
export class ReaderSidebar extends LitElement {
  @property({ attribute: false }) parts: ViewerParts | undefined;
  /** The id of the panel that is shown. */
  @property({ attribute: false }) panel: string | undefined;

  /** Styles come from the reader's style sheet; the reader lives in the light DOM. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): unknown {
    const shown = sidebarPanels.find(({ id }) => id === this.panel) ?? sidebarPanels[0];
    if (!shown) return html``;
    return html`<aside
      class="reader-sidebar"
      aria-label=${msg('Sidebar')}
      @keydown=${this.#leave}
      @sidebarjump=${this.#makeWay}
    >
      <div class="reader-tabs" role="tablist" aria-label=${msg('Sidebar')} @keydown=${this.#press}>
        ${sidebarPanels.map((panel) => this.#renderTab(panel, panel === shown))}
      </div>
      <div class="reader-panel" role="tabpanel" id="reader-panel" aria-labelledby="reader-tab-${shown.id}">
        ${this.parts ? shown.render(this.parts) : html`<p class="reader-panel-note" role="status">${msg('Opening…')}</p>`}
      </div>
    </aside>`;
  }

  #renderTab({ id, label, icon }: SidebarPanel, isShown: boolean): TemplateResult {
    return html`<button
      class="reader-button reader-tab"
      type="button"
      role="tab"
      id="reader-tab-${id}"
      aria-label=${label()}
      title=${label()}
      aria-selected=${isShown}
      aria-controls="reader-panel"
      tabindex=${isShown ? 0 : -1}
      @click=${() => this.#show(id)}
    >
      ${icon}
    </button>`;
  }

  #press(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const tabs = [...this.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
    const next = (tabs.indexOf(document.activeElement as HTMLButtonElement) + step + tabs.length) % tabs.length;
    tabs[next]?.focus();
    const panel = sidebarPanels[next];
    if (panel) this.#show(panel.id);
  }

  #leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.closest('.reader')?.querySelector<HTMLElement>('.reader-sidebar-button')?.focus();
    this.dispatchEvent(new ReaderCommandEvent({ command: 'toggle-sidebar' }));
  }

  /** On a phone it lies over the pages, and one went there to see them. */
  #makeWay(): void {
    if (getComputedStyle(this).position !== 'absolute') return;
    this.dispatchEvent(new ReaderCommandEvent({ command: 'focus-pages' }));
    this.dispatchEvent(new ReaderCommandEvent({ command: 'toggle-sidebar' }));
  }

  #show(panel: string): void {
    this.dispatchEvent(new ReaderCommandEvent({ command: 'show-panel', panel }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-sidebar': ReaderSidebar;
  }
}
