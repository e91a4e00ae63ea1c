import { css } from 'lit';

/** The answers at the end of a dialog: long words scroll, and they stay, unless that would take half of the window. */
export const answersStyles = css`
  @media (min-height: 30rem) {
    .buttons {
      position: sticky;
      inset-block-end: 0;
      padding-block-end: var(--inset);
      background: var(--surface);
      box-shadow: 0 calc(-1 * var(--space-2)) var(--space-2) var(--surface);
    }
  }
`;

/** A question above the screen: a heading, some words, its answers. */
export const dialogStyles = css`
  :host {
    display: contents;
  }

  dialog {
    --inset: var(--space-4);
    max-inline-size: min(30rem, calc(100vw - 2rem));
    padding: var(--inset);
    scroll-padding-block-end: calc(var(--inset) + 3.5rem);
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    background: var(--surface);
    color: var(--ink);
    app-region: no-drag; /* It may lie over the title bar. */
  }

  @media (max-width: 34rem) {
    dialog {
      --inset: var(--space-3);
    }
  }

  dialog::backdrop {
    background: var(--veil);
  }

  dialog h2,
  dialog p {
    overflow-wrap: anywhere;
  }

  /* It has the focus to be read first; nothing is done with it. */
  dialog h2:focus {
    outline: none;
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

  @media (min-height: 30rem) {
    dialog {
      padding-block-end: 0;
    }
  }

  ${answersStyles}
`;
