import { msg } from '../language/msg.ts';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { layersOf, type LayerConfig, type LayerNode } from './layers.ts';
import { panelNote } from './panel-note.ts';
import { listen } from './viewer-events.ts';
import type { ViewerParts } from './viewer-parts.ts';
import './reader-layers.css';

/** The document's layers, to show and to hide. What is hidden is neither drawn nor printed. */
@customElement('reader-layers')
export class ReaderLayers extends LitElement {
  @property({ attribute: false }) parts: ViewerParts | undefined;
  @state() private layers: readonly LayerNode[] | undefined;
  @state() private isAsItBegan = true;
  #config: LayerConfig | undefined;
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
    const { parts } = this;
    if (!changed.has('parts') || !parts) return;
    const signal = AbortSignal.any([parts.signal, this.#lifetime.signal]);
    // Links of the document change layers too.
    listen(parts.eventBus, 'optionalcontentconfigchanged', () => void this.#read(parts), signal);
    void this.#read(parts);
  }

  override render(): unknown {
    if (!this.layers) return panelNote(msg('Looking for layers…'));
    if (this.layers.length === 0) return panelNote(msg('This document has no layers.'));
    return html`<div class="reader-layers" role="group" aria-label=${msg('Layers')}>
      ${this.#renderNodes(this.layers)}
      <button class="reader-action" type="button" ?disabled=${this.isAsItBegan} @click=${this.#reset}>
        ${msg('Reset layers')}
      </button>
    </div>`;
  }

  #renderNodes(nodes: readonly LayerNode[]): TemplateResult {
    return html`<ul class="reader-layer-list">
      ${nodes.map((node) => html`<li>${this.#renderNode(node)}</li>`)}
    </ul>`;
  }

  #renderNode(node: LayerNode): TemplateResult {
    if (node.kind === 'group') return this.#renderGroup(node.name ?? msg('More layers'), node.children);
    return html`<label class="reader-layer"
      ><input
        type="checkbox"
        .checked=${live(node.visible)}
        @change=${(event: Event) => this.#toggle(node.id, event)}
      />${node.name ?? msg('Untitled')}</label
    >`;
  }

  #renderGroup(name: string, children: readonly LayerNode[]): TemplateResult {
    return html`<div role="group" aria-label=${name}>
      <span class="reader-layer-heading" aria-hidden="true">${name}</span>${this.#renderNodes(children)}
    </div>`;
  }

  async #read({ viewer }: ViewerParts): Promise<void> {
    const config = await viewer.optionalContentConfigPromise;
    if (!config) return;
    this.#config = config;
    this.layers = layersOf(config);
    this.isAsItBegan = config.hasInitialVisibility;
  }

  #toggle(id: string, event: Event): void {
    if (!this.#config || !this.parts) return;
    this.#config.setVisibility(id, (event.currentTarget as HTMLInputElement).checked);
    this.parts.viewer.optionalContentConfigPromise = Promise.resolve(this.#config);
  }

  #reset(): void {
    if (!this.parts) return;
    const { document, viewer } = this.parts;
    viewer.optionalContentConfigPromise = document.getOptionalContentConfig({ intent: 'display' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-layers': ReaderLayers;
  }
}
