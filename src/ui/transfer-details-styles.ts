import { css } from 'lit';

export const transferDetailsStyles = css`
  dialog {
    inline-size: 38rem;
    max-inline-size: calc(100vw - 2rem);
  }

  h2 {
    margin-block-end: var(--space-3);
    outline: none;
  }

  .parts {
    display: block;
    inline-size: 100%;
    block-size: 1rem;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    overflow: hidden;
  }

  .here {
    --part: var(--accent);
  }

  .coming {
    --part: color-mix(in srgb, var(--accent) 45%, var(--surface));
  }

  .missing {
    --part: var(--sunken);
  }

  rect {
    fill: var(--part);
  }

  dialog .legend {
    display: flex;
    gap: var(--space-3);
    margin-block: var(--space-2) 0;
  }

  .legend span::before {
    content: '';
    display: inline-block;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    margin-inline-end: var(--space-1);
    border: 1px solid var(--line-strong);
    border-radius: 2px;
    background: var(--part);
    vertical-align: -1px;
  }

  dialog .words {
    margin-block: var(--space-2) var(--space-3);
    font-variant-numeric: tabular-nums;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(6rem, auto) minmax(0, 1fr);
    gap: var(--space-1) var(--space-3);
    margin-block-end: var(--space-4);
    font-size: var(--text-m);
  }

  dt {
    max-inline-size: 10rem;
    color: var(--ink-soft);
  }

  dd {
    overflow-wrap: anywhere;
  }

  .copied {
    align-self: center;
  }

  @media (max-width: 34rem) {
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    dt {
      max-inline-size: none;
    }

    dd {
      margin-block-end: var(--space-2);
    }
  }
`;
