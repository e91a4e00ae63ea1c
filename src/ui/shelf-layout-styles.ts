import { css } from 'lit';

/** Where the parts of an entry stand: a grid of covers, or lines with small ones. Every entry is as high as its neighbours, whatever is known of it. */
export const shelfLayoutStyles = css`
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
