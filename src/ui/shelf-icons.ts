import { type TemplateResult, html, svg } from 'lit';

const icon = (drawing: TemplateResult): TemplateResult => html`
  <svg
    viewBox="0 0 20 20"
    width="20"
    height="20"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    ${drawing}
  </svg>
`;

export const shelfIcons = {
  grid: icon(svg`<path d="M3.5 3.5h5v5.5h-5zM11.5 3.5h5v5.5h-5zM3.5 12h5v4.5h-5zM11.5 12h5v4.5h-5z" />`),
  list: icon(svg`<path d="M3.5 5h2M8.5 5h8M3.5 10h2M8.5 10h8M3.5 15h2M8.5 15h8" />`),
  more: icon(svg`<path d="M4.5 10h.01M10 10h.01M15.5 10h.01" stroke-width="2.6" />`),
  check: icon(svg`<path d="m4.5 10.5 3.5 3.5 7.5-8.5" />`),
  star: icon(svg`<path fill="currentColor" d="m10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7z" />`),
  pin: icon(svg`<path fill="currentColor" d="M7 3h6l-.8 5 2.8 3H5l2.8-3z" /><path d="M10 11v6" />`),
};
