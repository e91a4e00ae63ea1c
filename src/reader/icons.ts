import { svg, html, type TemplateResult } from 'lit';

/** 20 px line icons in the colour of the text around them; hidden from assistive tools, which read the button's name. */
export const icons = {
  back: icon(svg`<path d="M12 4.5 6.5 10l5.5 5.5" />`),
  previousPage: icon(svg`<path d="m4.5 12.5 5.5-5.5 5.5 5.5" />`),
  nextPage: icon(svg`<path d="m4.5 7.5 5.5 5.5 5.5-5.5" />`),
  zoomOut: icon(svg`<path d="M4.5 10h11" />`),
  zoomIn: icon(svg`<path d="M4.5 10h11M10 4.5v11" />`),
  find: icon(svg`<circle cx="8.75" cy="8.75" r="4.75" /><path d="m12.25 12.25 4 4" />`),
  previousMatch: icon(svg`<path d="m5.5 11.5 4.5-4.5 4.5 4.5" />`),
  nextMatch: icon(svg`<path d="m5.5 8.5 4.5 4.5 4.5-4.5" />`),
} as const;

function icon(shape: TemplateResult): TemplateResult {
  return html`<svg class="reader-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${shape}</svg>`;
}
