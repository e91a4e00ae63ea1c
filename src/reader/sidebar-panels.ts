import { html, type TemplateResult } from 'lit';
import { markIcons } from './marks/mark-icons.ts';
import './marks/marks-panel.ts';
import type { ViewerParts } from './viewer-parts.ts';

/** One tab of the sidebar. */
export interface SidebarPanel {
  readonly id: string;
  readonly label: string;
  readonly icon: TemplateResult;
  readonly render: (parts: ViewerParts) => TemplateResult;
}

/** All there are, from left to right; the first is shown when nobody chose. */
export const sidebarPanels: readonly SidebarPanel[] = [
  {
    id: 'marks',
    label: 'Marks',
    icon: markIcons.bookmark,
    render: (parts) => html`<reader-marks-panel .parts=${parts}></reader-marks-panel>`,
  },
];
