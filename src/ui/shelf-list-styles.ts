import { css } from 'lit';

/** A grid of covers, or lines with small ones. Every entry is as high as its neighbours, whatever is known of it. */
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

  /* A grid of covers. */
  :host([layout='grid']) .entry {
    grid-template:
      'cover cover'
      'what what' 3.75rem
      'progress tail' 2rem
      'extent extent' 1.25rem
      'origin origin' 2.5rem
      / minmax(0, 1fr) auto;
    align-content: start;
    padding-block-end: 1.5rem;
  }

  :host([layout='grid']) document-cover {
    grid-area: cover;
    margin-block-end: 1rem;
  }

  /* The next row begins below it. */
  :host([layout='grid']) .pick {
    inset-block-end: 0.75rem;
  }

  :host([layout='grid']) .what {
    grid-area: what;
  }

  :host([layout='grid']) .progress {
    grid-area: progress;
    align-self: center;
  }

  :host([layout='grid']) .progress .bar {
    max-inline-size: 6rem;
    margin-block-end: 1px;
  }

  :host([layout='grid']) .tail {
    grid-area: tail;
    margin-inline-end: -0.375rem;
  }

  :host([layout='grid']) .extent {
    grid-area: extent;
  }

  :host([layout='grid']) .origin {
    grid-area: origin;
  }

  :host([layout='grid']) .host {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  :host([layout='grid']) .dot {
    display: none;
  }

  :host([layout='grid']) duplicate-question {
    font-size: var(--text-s);
  }

  /* Lines below one another. */
  :host([layout='list']) .entry {
    grid-template: 'cover what progress extent tail' 1fr 'cover what progress origin tail' 1fr / 2.625rem minmax(
        0,
        1fr
      ) 8.5rem 16rem 4.5rem;
    column-gap: 16px;
    align-items: center;
    padding-block: 12px;
    border-block-start: 1px solid var(--line);
  }

  :host([layout='list']) .title {
    -webkit-line-clamp: 1;
    word-break: break-all; /* There is no next line for a long word. */
  }

  :host([layout='list']) document-cover {
    grid-area: cover;
    inline-size: 2.625rem;
  }

  :host([layout='list']) .what {
    grid-area: what;
  }

  :host([layout='list']) .progress {
    grid-area: progress;
  }

  :host([layout='list']) .progress .bar {
    margin-block-end: 3px;
  }

  :host([layout='list']) .extent {
    grid-area: extent;
    align-self: end;
  }

  :host([layout='list']) .origin {
    grid-area: origin;
    align-self: start;
  }

  :host([layout='list']) .tail {
    grid-area: tail;
  }

  @media (max-width: 44rem) {
    .row {
      column-gap: 16px;
    }

    :host([layout='list']) .entry {
      grid-template:
        'cover what tail'
        'cover extent extent' 1.25rem
        'cover origin origin' 1.25rem
        'cover progress progress' 1.5rem
        / 3.75rem minmax(0, 1fr) auto;
      align-items: start;
      column-gap: 12px;
    }

    :host([layout='list']) document-cover {
      inline-size: 3.75rem;
    }

    :host([layout='list']) .what {
      min-block-size: 2.5rem;
    }

    :host([layout='list']) .extent,
    :host([layout='list']) .origin {
      align-self: start;
    }

    :host([layout='list']) .tail {
      margin-block-start: -0.375rem;
      margin-inline-end: -0.375rem;
    }

    :host([layout='list']) .progress {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }

    :host([layout='list']) .progress .bar {
      flex: 0 0 4rem;
      margin: 0;
    }
  }
`;
