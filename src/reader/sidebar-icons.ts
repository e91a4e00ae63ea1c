import { svg } from 'lit';
import { icon } from './icon.ts';

export const sidebarIcons = {
  outline: icon(
    svg`<path d="M4 5.5h.01M4 10h.01M4 14.5h.01" stroke-width="2.2" /><path d="M7.5 5.5h9M7.5 10h9M7.5 14.5h9" />`,
  ),
  pages: icon(
    svg`<rect x="3.5" y="3.5" width="5" height="5.5" rx="1" /><rect x="11.5" y="3.5" width="5" height="5.5" rx="1" /><rect x="3.5" y="11.5" width="5" height="5.5" rx="1" /><rect x="11.5" y="11.5" width="5" height="5.5" rx="1" />`,
  ),
  attachments: icon(
    svg`<path d="m15.5 9.5-5.6 5.6a3.2 3.2 0 0 1-4.5-4.5l6-6a2.2 2.2 0 0 1 3.1 3.1l-5.9 5.9a1.1 1.1 0 0 1-1.6-1.6l5.2-5.2" />`,
  ),
  layers: icon(svg`<path d="m10 3.5 7 3.75-7 3.75-7-3.75zM3.5 10.75 10 14.25l6.5-3.5" />`),
} as const;
