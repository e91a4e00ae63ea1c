import type { TemplateResult } from 'lit';
import type { ViewerParts } from './viewer-parts.ts';

/** One tab of the sidebar. */
export interface SidebarPanel {
  readonly id: string;
  readonly label: string;
  readonly icon: TemplateResult;
  readonly render: (parts: ViewerParts) => TemplateResult;
}

/** All there are, from left to right; the first is shown when nobody chose. */
export const sidebarPanels: readonly SidebarPanel[] = [];
