import { css } from 'lit';
import { progressStyles } from './progress-styles.ts';

/** Below the form; above the pages of a document, where there is no form, in a corner. */
export const incomingFilesStyles = [
  progressStyles,
  css`
    ul {
      margin-block-start: var(--space-2);
    }

    li,
    .notice,
    .rest {
      display: grid;
      grid-template-columns: 1fr auto;
      align-items: center;
      gap: var(--space-1) var(--space-3);
    }

    li,
    .notice {
      padding-block: var(--space-2);
    }

    li + li {
      border-block-start: 1px solid var(--line);
    }

    .text {
      min-inline-size: 0;
    }

    .name {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      font-size: var(--text-m);
      font-weight: 500;
      overflow-wrap: anywhere;
    }

    .notice {
      margin-block-start: var(--space-2);
      padding-inline-start: var(--space-3);
      border-radius: var(--radius);
      background: var(--accent-wash);
      font-size: var(--text-m);
      overflow-wrap: anywhere;
    }

    .notice p {
      white-space: pre-line;
    }

    .problem {
      color: var(--bad);
      font-size: var(--text-m);
    }

    :host([floating]) {
      position: fixed;
      z-index: 30;
      inset-block-end: max(var(--space-3), env(safe-area-inset-bottom));
      inset-inline-end: var(--space-3);
      inline-size: min(24rem, calc(100vw - 2 * var(--space-3)));
    }

    :host([floating]) ul {
      padding-inline: var(--space-3);
      border: 1px solid var(--line);
      border-radius: var(--radius-l);
      background: var(--surface);
      box-shadow: var(--shadow-high);
    }

    :host([floating]) .notice {
      border: 1px solid var(--accent);
    }
  `,
];
