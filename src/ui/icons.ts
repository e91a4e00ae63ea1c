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
