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
  open: icon(svg`<path d="m7 8.75 3 3 3-3" />`),
  options: icon(
    svg`<path d="M4 6.5h6.5M14 6.5h2M4 13.5h2M9.5 13.5H16" /><circle cx="12.25" cy="6.5" r="1.75" /><circle cx="7.75" cy="13.5" r="1.75" />`,
  ),
  goBack: icon(svg`<path d="M8 5 3.5 9.5 8 14M4 9.5h7a5 5 0 0 1 5 5V16" />`),
  goForward: icon(svg`<path d="m12 5 4.5 4.5L12 14M16 9.5H9a5 5 0 0 0-5 5V16" />`),
  sidebar: icon(svg`<rect x="3.5" y="4.5" width="13" height="11" rx="1.5" /><path d="M8 4.5v11" />`),
  play: icon(svg`<path d="M7 5.5v9l7-4.5Z" />`),
  pause: icon(svg`<path d="M7.5 5.5v9M12.5 5.5v9" />`),
  previousSentence: icon(svg`<path d="M13.5 5.5v9l-6-4.5ZM6 5.5v9" />`),
  nextSentence: icon(svg`<path d="M6.5 5.5v9l6-4.5ZM14 5.5v9" />`),
  close: icon(svg`<path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />`),
} as const;
