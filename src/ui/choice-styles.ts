import { css } from 'lit';

/** Boxes to tick and to choose from, each in a label with its words. */
export const choiceStyles = css`
  label:has(> :is([type='checkbox'], [type='radio'])) {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: 2.5rem;
  }

  :is([type='checkbox'], [type='radio']) {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--accent);
  }
`;
