import { html } from 'lit';

/** The sign of the app: a long arc that lands on a shelf. The same drawing as `public/icons/icon.svg`. */
export const wordmark = html`
  <svg viewBox="0 0 64 64" aria-hidden="true">
    <rect width="64" height="64" rx="14" fill="var(--accent)"></rect>
    <g fill="none" stroke="var(--on-accent)" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">
      <path d="M13 36C16 18 40 14 44 35"></path>
      <path d="M35 28 44 36.500 52 27"></path>
      <path d="M13 49H51"></path>
    </g>
  </svg>
`;
