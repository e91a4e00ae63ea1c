import { svg } from 'lit';
import { icon } from './icon.ts';

export const icons = {
  back: icon(svg`<path d="M12 4.5 6.5 10l5.5 5.5" />`),
  previousPage: icon(svg`<path d="m4.5 12.5 5.5-5.5 5.5 5.5" />`),
  nextPage: icon(svg`<path d="m4.5 7.5 5.5 5.5 5.5-5.5" />`),
  zoomOut: icon(svg`<path d="M4.5 10h11" />`),
  zoomIn: icon(svg`<path d="M4.5 10h11M10 4.5v11" />`),
  find: icon(svg`<circle cx="8.75" cy="8.75" r="4.75" /><path d="m12.25 12.25 4 4" />`),
  previousMatch: icon(svg`<path d="m5.5 11.5 4.5-4.5 4.5 4.5" />`),
  nextMatch: icon(svg`<path d="m5.5 8.5 4.5 4.5 4.5-4.5" />`),
  menu: icon(svg`<path d="M10 5h.01M10 10h.01M10 15h.01" stroke-width="2.4" />`),
  check: icon(svg`<path d="m5 10.5 3.5 3.5 6.5-8" />`),
  sidebar: icon(svg`<rect x="3.5" y="4.5" width="13" height="11" rx="1.5" /><path d="M8 4.5v11" />`),
  close: icon(svg`<path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />`),
} as const;
