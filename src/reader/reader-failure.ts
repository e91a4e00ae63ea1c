import { msg } from '../language/msg.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReaderFailureCode } from './events.ts';

interface Words {
  readonly title: () => string;
  readonly sentence: () => string;
}

const WORDS: Readonly<Record<ReaderFailureCode, Words>> = {
  'not-a-pdf': {
    title: () => msg('This file is not a PDF'),
    sentence: () =>
      msg(
        'It begins like one, but what follows is something else. Look at its address, or save it and try another program.',
      ),
  },
  'cut-short': {
    title: () => msg('This file was cut short'),
    sentence: () => msg('Its end is missing, and nothing can be shown without it. Download it again.'),
  },
  damaged: {
    title: () => msg('This file is damaged'),
    sentence: () =>
      msg('Too much of it is broken to show its pages. Download it again, or save it and try another program.'),
  },
  unreadable: {
    title: () => msg('This document can’t be read'),
    sentence: () =>
      msg(
        'Its bytes could not be read from this device’s storage. Try again; if that does not help, download it once more.',
      ),
  },
  'no-longer-coming': {
    title: () => msg('This document does not come any more'),
    sentence: () =>
      msg('Its download was ended, failed, or began again because the file has changed. Transfers says which.'),
  },
  locked: {
    title: () => msg('This document is protected'),
    sentence: () => msg('It opens with its password only.'),
  },
  'not-started': {
    title: () => msg('The reader could not start'),
    sentence: () => msg('A part of the app is missing. Connect to the internet and try again.'),
  },
};

/** Whether the same bytes would fail again. */
function isLasting(code: ReaderFailureCode): boolean {
  return code === 'not-a-pdf' || code === 'cut-short' || code === 'damaged';
}

/**
 * What went wrong, what to do next, and the technical reason one click away.
 *
 * @param actions what the app can do about it, such as to save or remove the file.
 */
export function readerFailure(
  code: ReaderFailureCode,
  reason: string,
  retry: () => void,
  actions: unknown,
): TemplateResult {
  const { title, sentence } = WORDS[code];
  const retryName = code === 'locked' ? msg('Enter password') : msg('Try again');
  return html`<div class="reader-cover reader-failure" role="alert">
    <h2>${title()}</h2>
    <p>${sentence()}</p>
    <div class="reader-failure-actions">
      ${
        isLasting(code)
          ? nothing
          : html`<button class="reader-action" type="button" @click=${retry}>${retryName}</button>`
      }
      ${actions}
    </div>
    ${
      code === 'locked'
        ? nothing
        : html`<details>
            <summary>${msg('Technical reason')}</summary>
            <code>${reason}</code>
          </details>`
    }
  </div>`;
}
