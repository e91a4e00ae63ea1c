import { css } from 'lit';

export const transferListStyles = css`
  :host {
    position: relative;
  }

  ul {
    position: relative;
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  :host([compact]) ul {
    border: 0;
    background: transparent;
    box-shadow: none;
  }

  li {
    position: absolute;
    inset-block-start: 0;
    inset-inline: var(--space-3);
    border-block-start: 1px solid var(--line);
  }

  li[aria-posinset='1'] {
    border-block-start: 0;
  }

  li.is-dragged > .body {
    opacity: 0.45;
  }

  h2 {
    display: flex;
    gap: var(--space-2);
    padding-block-start: var(--space-3);
    color: var(--ink-soft);
    font: 600 var(--text-s) / 1.2 var(--face);
  }

  li:not([aria-posinset='1']):has(h2) {
    border-block-start-width: 2px;
  }

  /* Where what is dragged would stand. */
  .drop-line {
    position: absolute;
    z-index: 1;
    inset-block-start: -2px;
    inset-inline: var(--space-2);
    block-size: 4px;
    border-radius: 2px;
    background: var(--accent);
    pointer-events: none;
  }
`;
