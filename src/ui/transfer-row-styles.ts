import { css } from 'lit';

export const transferRowStyles = css`
  :host {
    container-type: inline-size;
  }

  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--space-1) var(--space-3);
    align-items: start;
    padding-block: var(--space-3);
  }

  .title {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .host {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .head {
    display: flex;
    gap: var(--space-2);
    min-inline-size: 0;
  }

  .text {
    flex: 1;
    min-inline-size: 0;
  }

  /* Dragging begins at once, also by a finger. */
  .grip {
    flex: none;
    margin-inline-start: calc(-1 * var(--space-2));
    cursor: grab;
    touch-action: none;
  }

  /* What comes later, Read above all, comes before the others, which stay where they are. */
  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--space-2);
  }

  .icon {
    inline-size: 2.5rem;
    padding: 0;
  }

  .state {
    grid-column: 1 / -1;
    min-block-size: clamp(
      1lh,
      (26rem - 100cqi) * 999,
      2lh
    ); /* Where words and numbers may take two lines, they have them. */
    font-variant-numeric: tabular-nums;
  }

  .state[data-state='failed'] {
    color: var(--bad);
  }

  .state[data-state='failed'][data-code='canceled'] {
    color: var(--ink-soft);
  }

  .state[data-state='completed'] {
    color: var(--good);
  }

  .bar {
    grid-column: 1 / -1;
    block-size: 6px;
    margin-block: var(--space-1);
    border-radius: 3px;
    background: var(--line);
    overflow: hidden;
  }

  .fill {
    block-size: 100%;
    inline-size: 100%;
    background: var(--accent);
    transform-origin: left;
    transition: transform 400ms linear;
  }

  :host(:dir(rtl)) .fill {
    transform-origin: right;
  }

  .bar[data-state='completed'] .fill {
    background: var(--good);
  }

  .bar[data-state='suspended'] .fill,
  .bar[data-state='failed'] .fill {
    background: var(--line-strong);
  }

  .bar:not([aria-valuenow]) .fill {
    inline-size: 30%;
    animation: sweep 1.6s ease-in-out infinite;
  }

  @keyframes sweep {
    from {
      transform: translateX(-100%);
    }
    to {
      transform: translateX(430%);
    }
  }

  @container (inline-size < 26rem) {
    .row {
      grid-template-columns: 1fr;
    }

    .buttons {
      order: 1;
      margin-block-start: var(--space-1);
    }

    .buttons > :not(.icon) {
      padding-inline: var(--space-2);
    }
  }

  /* All of them fit beside each other. */
  @container (inline-size < 20rem) {
    .buttons {
      gap: var(--space-1);
    }
  }

  :host([compact]) .row {
    padding-block: var(--space-2);
  }

  :host([compact]) .state {
    min-block-size: clamp(1lh, (22rem - 100cqi) * 999, 2lh);
    font-size: var(--text-s);
  }

  :host([compact]) .buttons {
    margin-block-start: 0;
  }

  :host([compact]) .host {
    display: none;
  }

  :host([compact]) .title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    overflow: hidden;
    word-break: break-all;
  }
`;
