import { css } from 'lit';

/** What every component with text, links and buttons starts from. */
export const sharedStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h1,
  h2 {
    font-family: var(--face-display);
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }

  h1 {
    font-size: var(--text-xl);
  }

  h1:focus {
    outline: none;
  }

  h2 {
    font-size: var(--text-l);
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }

  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-block-size: 2.5rem;
    padding: 0 var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    font: 500 var(--text-m) / 1.2 var(--face);
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms;
  }

  button:hover,
  .button:hover {
    background: var(--sunken);
  }

  button:active,
  .button:active {
    background: var(--line);
  }

  button:disabled {
    opacity: 0.55;
    cursor: default;
  }

  .primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  .primary:hover,
  .primary:active {
    background: var(--accent-strong);
  }

  .quiet {
    border-color: transparent;
    background: transparent;
    color: var(--ink-soft);
  }

  .quiet:hover {
    color: var(--ink);
  }

  .soft {
    color: var(--ink-soft);
    font-size: var(--text-m);
  }

  .small {
    font-size: var(--text-s);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    :host,
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
