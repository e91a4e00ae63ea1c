import { css } from 'lit';

/** A thin line that fills up, as the transfers have it. */
export const progressStyles = css`
  progress {
    display: block;
    inline-size: 100%;
    block-size: 4px;
    margin-block: var(--space-1);
    border: 0;
    border-radius: 2px;
    background: var(--line);
    overflow: hidden;
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: var(--line);
  }

  progress::-webkit-progress-value {
    background: var(--accent);
  }

  progress::-moz-progress-bar {
    background: var(--accent);
  }
`;
