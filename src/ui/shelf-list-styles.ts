import { css } from 'lit';

/** What rows and entries look like, wherever their parts stand; see `shelf-layout-styles.ts`. */
export const shelfListStyles = css`
  ul {
    position: relative;
  }

  .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    column-gap: 24px;
  }

  .blank {
    aspect-ratio: 3 / 4;
    border-radius: 3px;
    background: var(--line);
    opacity: 0.5;
    animation: wait 200ms 200ms backwards; /* Most are read before anybody could see it. */
  }

  :host([layout='list']) .blank {
    inline-size: 2.625rem;
    margin-block: 12px;
  }

  @keyframes wait {
    from {
      opacity: 0;
    }
  }

  .entry {
    position: relative;
    display: grid;
    min-inline-size: 0;
    font-size: var(--text-s);
    line-height: 1.25rem;
  }

  .title {
    color: var(--ink);
    font: 600 1rem/1.25rem var(--face-display);
    text-decoration: none;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }

  /* Written from the right where their language is, but standing where all others do. */
  .title,
  .author {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* The cover, too, opens the document. */
  .title::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  .title:focus-visible {
    outline: none;
  }

  .title:focus-visible::after {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }

  .entry:hover .title {
    text-decoration: underline;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .what {
    min-inline-size: 0;
  }

  .author,
  .extent,
  .origin,
  .progress {
    min-inline-size: 0;
    overflow: hidden;
    color: var(--ink-soft);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .progress p {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .author:empty {
    display: none;
  }

  .new {
    padding: 0.1rem 0.4rem;
    border-radius: 1rem;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.6875rem;
    font-weight: 700;
  }

  .bar {
    display: block;
    block-size: 3px;
    overflow: hidden;
    border-radius: 2px;
    background: var(--line);
  }

  .bar span {
    display: block;
    block-size: 100%;
    background: var(--accent);
  }

  .tail {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: end;
    color: var(--ink-soft);
  }

  .flag {
    display: inline-grid;
    color: var(--accent);
  }

  .flag svg {
    inline-size: 1rem;
    block-size: 1rem;
  }

  .more {
    position: relative;
    inline-size: 2rem;
    min-block-size: 2rem;
    padding: 0;
  }

  /* A finger needs more room than the line has. */
  @media (pointer: coarse) {
    .more::after {
      content: '';
      position: absolute;
      inset: -0.375rem;
    }
  }

  .is-missing document-cover {
    filter: grayscale(1);
  }

  .missing,
  duplicate-question {
    position: relative;
    grid-column: 1 / -1;
  }

  .missing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    margin-block-start: var(--space-1);
    color: var(--bad);
  }

  .missing button {
    min-block-size: 2rem;
    padding: 0 var(--space-2);
    font-size: var(--text-s);
  }

  @media (pointer: coarse) {
    .missing button {
      min-block-size: 2.5rem;
    }
  }

  .pick {
    position: absolute;
    inset: calc(-1 * var(--space-1));
    z-index: 1;
    margin: 0;
    appearance: none;
    border-radius: var(--radius);
    cursor: pointer;
    user-select: none;
  }

  .pick:checked {
    background: color-mix(in srgb, var(--accent) 14%, transparent);
    box-shadow: 0 0 0 2px var(--accent);
  }

  .pick::before {
    content: '';
    position: absolute;
    inset-block-start: 0.625rem;
    inset-inline-start: 0.625rem;
    display: grid;
    place-items: center;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    border: 1.5px solid var(--line-strong);
    border-radius: 5px;
    background: var(--surface);
    color: var(--on-accent);
    font: 700 0.875rem/1 var(--face);
  }

  .pick:checked::before {
    content: '✓' / '';
    border-color: var(--accent);
    background: var(--accent);
  }
`;
