import { html } from 'lit';

/** An arrow up to a line. */
export const topIcon = html`
  <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
    <path
      d="M5 4h14M12 20V9m-5 5 5-5 5 5"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    ></path>
  </svg>
`;

/** Six dots: what it is on can be dragged. */
export const gripIcon = html`
  <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="currentColor">
    <circle cx="9" cy="6" r="1.6"></circle>
    <circle cx="15" cy="6" r="1.6"></circle>
    <circle cx="9" cy="12" r="1.6"></circle>
    <circle cx="15" cy="12" r="1.6"></circle>
    <circle cx="9" cy="18" r="1.6"></circle>
    <circle cx="15" cy="18" r="1.6"></circle>
  </svg>
`;

/** An i in a circle. */
export const detailsIcon = html`
  <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
    <circle cx="12" cy="12" r="9"></circle>
    <path d="M12 11v6M12 7v.5" stroke-linecap="round"></path>
  </svg>
`;

/** Up: there is more above it. */
export const chevronIcon = html`
  <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
    <path d="m6 15 6-6 6 6" stroke-linecap="round" stroke-linejoin="round"></path>
  </svg>
`;
