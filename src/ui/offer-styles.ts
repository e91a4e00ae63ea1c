import { css } from 'lit';

/** A question in the flow of the page, with its answers beside it. */
export const offerStyles = css`
  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius);
    border: 1px solid var(--accent-wash);
    background: var(--accent-wash);
    font-size: var(--text-m);
  }

  .offer p {
    flex: 1 1 14rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;
