/** What a person can ask of the sidebar. */
export type SidebarCommand =
  | { readonly command: 'toggle-sidebar' }
  /** Opens the sidebar there; an unknown panel shows the first. */
  | { readonly command: 'show-panel'; readonly panel: string };
