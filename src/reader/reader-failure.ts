import { html, nothing, type TemplateResult } from 'lit';
import type { ReaderFailureCode } from './events.ts';

const sentences: Readonly<Record<ReaderFailureCode, readonly [title: string, sentence: string]>> = {
  damaged: [
    'This document can’t be shown',
    'The file is damaged, or it is no PDF. Download it again, or save it and try another program.',
  ],
  unreadable: [
    'This document can’t be read',
    'Its bytes could not be read from this device’s storage. Try again; if that does not help, download it once more.',
  ],
  locked: ['This document is protected', 'It opens with its password only.'],
  'not-started': ['The reader could not start', 'A part of the app is missing. Connect to the internet and try again.'],
};

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
  const [title, sentence] = sentences[code];
  const retryName = code === 'locked' ? 'Enter password' : 'Try again';
  return html`<div class="reader-cover reader-failure" role="alert">
    <h2>${title}</h2>
    <p>${sentence}</p>
    <div class="reader-failure-actions">
      ${
        code === 'damaged'
          ? nothing
          : html`<button class="reader-action" type="button" @click=${retry}>${retryName}</button>`
      }
      ${actions}
    </div>
    ${
      code === 'locked'
        ? nothing
        : html`<details>
            <summary>Technical reason</summary>
            <code>${reason}</code>
          </details>`
    }
  </div>`;
}
