import { css } from 'lit';

export const signInStyles = css`
  form {
    display: grid;
    gap: var(--space-3);
  }

  p {
    overflow-wrap: anywhere;
  }

  .problem {
    color: var(--bad);
    font-size: var(--text-m);
  }

  .problem:empty {
    display: none;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin: 0;
    padding: 0;
    border: 0;
  }

  .field {
    display: grid;
    gap: var(--space-1);
    font-weight: 500;
  }

  .field input {
    min-block-size: 2.75rem;
    padding-inline: 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: 400 1rem/1.4 var(--face);
  }

  .field input[aria-invalid='true'] {
    border-color: var(--bad);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--space-2);
  }

  @media (width < 30rem) {
    .buttons {
      display: grid;
      justify-content: stretch;
    }
  }
`;
