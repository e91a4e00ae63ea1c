import { css } from 'lit';

/** The field to search in, and what is around what was found. */
export const searchBoxStyles = css`
  .box {
    position: relative;
    display: flex;
    align-items: center;
    max-inline-size: 38rem;
  }

  input {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding-inline: 2.75rem 3rem;
    border: 1px solid var(--line-strong);
    border-radius: 1.5rem;
    background: var(--surface);
    color: var(--ink);
    font: 400 1rem/1.2 var(--face);
    appearance: none;
  }

  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  input:focus-visible {
    border-radius: 1.5rem;
  }

  .icon {
    position: absolute;
    inset-inline-start: 0.875rem;
    display: inline-flex;
    color: var(--ink-soft);
    pointer-events: none;
  }

  .box svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }

  .box button,
  kbd {
    position: absolute;
    inset-inline-end: 0.25rem;
  }

  .box button {
    inline-size: 2.25rem;
    min-block-size: 2.25rem;
    padding: 0;
    border-radius: 50%;
  }

  kbd {
    inset-inline-end: 0.875rem;
    padding: 0.1rem 0.5rem;
    border: 1px solid var(--line);
    border-radius: 0.25rem;
    color: var(--ink-soft);
    font: 500 var(--text-s) / 1.4 var(--face);
    pointer-events: none;
  }

  @media (pointer: coarse) {
    .box button {
      inline-size: 2.5rem;
      min-block-size: 2.5rem;
    }
  }

  @media (hover: none) {
    kbd {
      display: none;
    }
  }

  .reading {
    margin-block-start: calc(-1 * var(--space-4));
  }

  .results {
    display: grid;
    gap: var(--space-3);
    min-inline-size: 0;
  }

  .found > li {
    padding-block: var(--space-3);
    border-block-start: 1px solid var(--line);
  }

  .document {
    color: var(--ink);
    font: 600 var(--text-l) / 1.3 var(--face-display);
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  @media (pointer: coarse) {
    .document {
      padding-block: 0.625rem;
    }
  }

  .document:hover {
    text-decoration: underline;
    text-decoration-color: var(--accent);
  }

  .nothing {
    display: grid;
    gap: var(--space-3);
    max-inline-size: 38rem;
  }

  .show-more {
    justify-self: start;
  }
`;
