import { css } from 'lit';

/** A question above the screen: a heading, some words, its answers. */
export const dialogStyles = css`
  :host {
    display: contents;
  }

  dialog {
    max-inline-size: min(30rem, calc(100vw - 2rem));
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    background: var(--surface);
    color: var(--ink);
    app-region: no-drag; /* It may lie over the title bar. */
  }

  @media (max-width: 34rem) {
    dialog {
      padding: var(--space-3);
    }
  }

  dialog::backdrop {
    background: var(--veil);
  }

  dialog h2,
  dialog p {
    overflow-wrap: anywhere;
  }

  dialog p {
    margin-block: var(--space-2) var(--space-4);
  }

  dialog .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--space-2);
  }
`;
