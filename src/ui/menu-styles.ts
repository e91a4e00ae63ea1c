import { css } from 'lit';

/** A menu at a button, in the top layer. */
export const menuStyles = css`
  :host {
    display: contents;
  }

  [popover] {
    position: absolute;
    inset: auto;
    inline-size: max-content;
    min-inline-size: 13rem;
    max-inline-size: calc(100vw - 1rem);
    max-block-size: calc(100dvh - var(--title-bar-height) - 1rem);
    overflow-y: auto;
    overscroll-behavior: contain;
    margin: 0;
    padding: var(--space-1);
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
    app-region: no-drag; /* It may lie over a title bar. */
  }

  .group {
    display: grid;
  }

  .group + .group {
    margin-block-start: var(--space-1);
    padding-block-start: var(--space-1);
    border-block-start: 1px solid var(--line);
  }

  button {
    justify-content: start;
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding-inline: var(--space-2) var(--space-3);
    border-color: transparent;
    background: transparent;
    font-weight: 400;
  }

  @media (pointer: coarse) {
    button {
      min-block-size: 2.75rem;
    }
  }

  button:hover,
  button:focus {
    background: var(--sunken);
  }

  button:focus-visible {
    outline-offset: -2px;
  }

  button[aria-disabled='true'] {
    color: var(--ink-soft);
  }
`;
