import { css } from 'lit';

/** What was found, and the words in it. */
export const searchStyles = css`
  h2 {
    font-size: var(--text-l);
    overflow-wrap: anywhere;
  }

  h2,
  .snippet {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  mark {
    padding-inline: 0.1em;
    border-radius: 0.2em;
    background: var(--accent-wash);
    color: var(--ink);
    font-weight: 600;
    box-decoration-break: clone;
  }

  .page {
    display: grid;
    grid-template-columns: 5rem 1fr;
    gap: var(--space-3);
    margin-inline: calc(-1 * var(--space-2));
    padding: var(--space-2);
    border-radius: var(--radius);
    color: var(--ink);
    text-decoration: none;
  }

  .page:hover {
    background: var(--sunken);
  }

  .number {
    color: var(--accent);
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
  }

  .page:hover .number {
    text-decoration: underline;
  }

  .snippet {
    min-inline-size: 0;
    color: var(--ink-soft);
    font-size: var(--text-m);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .more {
    margin-inline-start: calc(-1 * var(--space-3));
    color: var(--accent);
  }

  .problem {
    color: var(--bad);
  }

  @media (max-width: 34rem) {
    .page {
      grid-template-columns: 1fr;
      gap: 0;
    }
  }
`;
