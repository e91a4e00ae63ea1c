import { html } from 'lit';

/** A magnifying glass. */
export const searchIcon = html`
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round">
      <circle cx="10.5" cy="10.5" r="6.5"></circle>
      <path d="m15.5 15.5 5 5"></path>
    </g>
  </svg>
`;

/** A cross. */
export const clearIcon = html`
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="m6 6 12 12M18 6 6 18" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"></path>
  </svg>
`;
