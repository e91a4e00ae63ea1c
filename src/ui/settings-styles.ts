import { css } from 'lit';

/** A section of Settings: a line above it, its parts below one another. */
export const settingsStyles = css`
  section {
    display: grid;
    gap: var(--space-3);
    padding-block-start: var(--space-3);
    border-block-start: 1px solid var(--line);
  }

  /* Where nothing is said, there is no gap either. */
  [role='status']:empty {
    position: absolute;
  }

  /* It keeps its place until it is known. */
  .is-waiting {
    visibility: hidden;
  }

  h2:focus {
    outline: none;
  }
`;
