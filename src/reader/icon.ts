import { html, type TemplateResult } from 'lit';

/** A line icon of 20 px in the colour of the text around it; hidden from assistive tools, which read the button's name. */
export function icon(shape: TemplateResult): TemplateResult {
  return html`<svg class="reader-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${shape}</svg>`;
}
