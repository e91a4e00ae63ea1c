import { html, type TemplateResult } from 'lit';

/** What a panel says instead of a list. */
export function panelNote(sentence: string): TemplateResult {
  return html`<p class="reader-panel-note" role="status">${sentence}</p>`;
}
