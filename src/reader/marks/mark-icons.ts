import { svg } from 'lit';
import { icon } from '../icon.ts';

export const markIcons = {
  mark: icon(svg`<path d="m4 16 1-4 8.5-8.5 3 3L8 15l-4 1ZM11.5 5.5l3 3" />`),
  highlight: icon(svg`<path d="m7 11 6.5-7.5 3 2.7L10 13.6 7.4 14 7 11ZM3.5 16.5h13" />`),
  text: icon(svg`<path d="M4.5 6V4.5h11V6M10 4.5v11M8 15.5h4" />`),
  note: icon(svg`<path d="M4 4h12v8l-4 4H4V4ZM16 12h-4v4M7 7.500h6M7 10.500h3" />`),
  draw: icon(svg`<path d="M3.5 13.5c2-6 4.5-9 6-8s-3.500 7-1.500 7.500 3-4 4.500-3.500-.5 4 1 4 2-1 3-2" />`),
  image: icon(
    svg`<rect x="3.500" y="4.500" width="13" height="11" rx="1.500" /><path d="m4 13.500 3.500-3.500 3 3 2-2 3.500 3.500M12.500 8h.01" />`,
  ),
  signature: icon(
    svg`<path d="M3.500 16.500h13M5 12.500c3-3.500 4.500-8.500 3-8.500s-2.500 9 0 9 2-3 3.500-3-.5 2.500 1 2.500 1.500-1.500 3-1.500" />`,
  ),
  undo: icon(svg`<path d="M7.500 4.500 4 8l3.500 3.500M4 8h7.500a4 4 0 0 1 0 8H8" />`),
  redo: icon(svg`<path d="M12.500 4.500 16 8l-3.500 3.500M16 8H8.500a4 4 0 0 0 0 8H12" />`),
  bookmark: icon(svg`<path d="M5.500 3.500h9v13l-4.500-3.500-4.500 3.500v-13Z" />`),
  remove: icon(svg`<path d="M4.500 6h11M8 6V4h4v2M6 6l.7 10h6.600L14 6" />`),
} as const;
