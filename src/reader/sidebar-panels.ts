import { msg } from '../language/msg.ts';
import { html, type TemplateResult } from 'lit';
import { markIcons } from './marks/mark-icons.ts';
import './marks/marks-panel.ts';
import './reader-attachments.ts';
import './reader-layers.ts';
import './reader-outline.ts';
import './reader-thumbnails.ts';
import { sidebarIcons } from './sidebar-icons.ts';
import type { ViewerParts } from './viewer-parts.ts';

/** One tab of the sidebar. */
export interface SidebarPanel {
  readonly id: string;
  readonly label: () => string;
  readonly icon: TemplateResult;
  readonly render: (parts: ViewerParts) => TemplateResult;
}

/** All there are, from left to right; the first is shown when nobody chose. */
export const sidebarPanels: readonly SidebarPanel[] = [
  {
    id: 'outline',
    label: () => msg('Outline'),
    icon: sidebarIcons.outline,
    render: (parts) => html`<reader-outline .parts=${parts}></reader-outline>`,
  },
  {
    id: 'pages',
    label: () => msg('Pages'),
    icon: sidebarIcons.pages,
    render: (parts) => html`<reader-thumbnails .parts=${parts}></reader-thumbnails>`,
  },
  {
    id: 'attachments',
    label: () => msg('Attachments'),
    icon: sidebarIcons.attachments,
    render: (parts) => html`<reader-attachments .parts=${parts}></reader-attachments>`,
  },
  {
    id: 'layers',
    label: () => msg('Layers'),
    icon: sidebarIcons.layers,
    render: (parts) => html`<reader-layers .parts=${parts}></reader-layers>`,
  },
  {
    id: 'marks',
    label: () => msg('Marks'),
    icon: markIcons.bookmark,
    render: (parts) => html`<reader-marks-panel .parts=${parts}></reader-marks-panel>`,
  },
];
