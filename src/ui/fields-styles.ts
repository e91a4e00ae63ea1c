import { css } from 'lit';

/** Labelled fields below one another, in a dialog. */
export const fieldsStyles = css`
  dialog {
    box-sizing: border-box;
    inline-size: 30rem;
  }

  .fields {
    display: grid;
    gap: var(--space-3);
    margin-block: var(--space-3) var(--space-4);
  }

  .fields p {
    margin: 0;
  }

  .fields label {
    display: grid;
    gap: var(--space-1);
    color: var(--ink-soft);
    font-size: var(--text-s);
  }

  input:not([type]) {
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: 400 var(--text-m) var(--face);
  }
`;
