import { css } from 'lit';

/** At the lower end of a narrow window, in the corner of a wide one: nothing moves when it comes, grows or goes. */
export const transfersTrayStyles = css`
  :host {
    position: fixed;
    inset: 0 var(--space-2) max(var(--space-2), env(safe-area-inset-bottom));
    z-index: 10;
    display: block;
    pointer-events: none;
  }

  @media (min-width: 40rem) {
    :host {
      inset: 0 var(--space-3) max(var(--space-3), env(safe-area-inset-bottom)) auto;
      inline-size: 26rem;
    }

    :host(:dir(rtl)) {
      inset-inline: auto var(--space-3);
    }
  }

  section {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  .panel,
  .bar {
    pointer-events: auto;
  }

  /* The rows come out from behind the bar. */
  .clip {
    flex: 1;
    min-block-size: 0;
    clip-path: inset(0 -3rem 0 -3rem);
  }

  /* It stands at the upper end of the window, and is moved down to the bar: what changes its height moves nothing else. */
  .panel {
    position: relative;
    display: flex;
    flex-direction: column;
    border: 1px solid var(--line-strong);
    border-block-end: 0;
    border-radius: var(--radius-l) var(--radius-l) 0 0;
    background: var(--surface);
    box-shadow: var(--shadow-high);
    transform: translateY(100dvh);
    transition: transform 180ms ease-out;
  }

  .panel.is-empty {
    visibility: hidden;
  }

  /* While it moves, the page is not seen below it. From its top, which stays where it is: a lower end that moves would
     be counted as a jump. */
  .panel::after {
    content: '';
    position: absolute;
    inset: 0 -1px -18rem;
    z-index: -1;
    border-inline: 1px solid var(--line-strong);
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
    background: var(--surface);
  }

  /* Alone, the offer fills the panel up to its corners. */
  #rows:not(:has(.rows)) + notification-offer {
    --offer-radius: calc(var(--radius-l) - 1px);
  }

  #rows {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  .rows {
    max-block-size: min(18rem, 40dvh);
    overflow-y: auto;
    overscroll-behavior: contain;
    border-radius: inherit;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  .all {
    display: flex;
    align-items: center;
    min-block-size: 2.5rem;
    padding-inline: var(--space-3);
    border-block-start: 1px solid var(--line);
    font-size: var(--text-m);
  }

  .bar {
    position: relative;
    flex: none;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    column-gap: var(--space-2);
    padding: var(--space-2) var(--space-2) var(--space-2) var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-l);
    background: var(--surface);
    box-shadow: var(--shadow-high);
  }

  .bar.is-joined {
    border-start-start-radius: 0;
    border-start-end-radius: 0;
    border-block-start-color: var(--line);
    box-shadow: 0 16px 24px -8px var(--shade); /* None on the panel. */
  }

  .words {
    overflow: hidden;
    font-size: var(--text-m);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .numbers {
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .buttons {
    grid-area: 1 / 3 / 3;
    display: flex;
  }

  .buttons button {
    inline-size: 2.5rem;
    padding: 0;
  }

  /* All of the bar opens the rows. */
  .toggle::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--radius-l);
  }

  .toggle:hover {
    background: transparent;
  }

  .toggle:focus-visible {
    outline: none;
  }

  .toggle:focus-visible::after {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  .put-away {
    z-index: 1;
  }

  .put-away svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }

  .toggle svg {
    transition: transform 160ms;
  }

  [data-open] .toggle svg {
    transform: rotate(180deg);
  }

  close-hint {
    display: block;
    grid-area: 2 / 1 / auto / 3;
  }

  .line {
    position: absolute;
    inset-block-end: 0;
    inset-inline: var(--space-3);
    block-size: 3px;
    border-radius: 2px;
    background: var(--line);
    overflow: hidden;
  }

  .fill {
    block-size: 100%;
    background: var(--accent);
    transform-origin: left;
    transition: transform 400ms linear;
  }

  :host(:dir(rtl)) .fill {
    transform-origin: right;
  }
`;
