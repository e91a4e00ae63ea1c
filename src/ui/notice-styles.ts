import { css } from 'lit';

/** Something that the app has to say on a screen, with what it is about and the answers below. */
export const noticeStyles = css`
  .notice {
    display: grid;
    gap: var(--space-3);
    inline-size: 100%;
    min-inline-size: 0;
    padding: var(--space-3);
    border-radius: var(--radius-l);
    border: 1px solid var(--accent-wash);
    background: var(--accent-wash);
    overflow-wrap: anywhere;
  }

  .notice h2 {
    font: 600 1rem/1.4 var(--face);
    letter-spacing: normal;
  }

  .notice h2:focus {
    outline: none;
  }

  .notice .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }

  .notice .soft {
    color: var(--ink);
  }
`;
