import { type TemplateResult, css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { formatNumber } from '../language/formats.ts';
import { msg } from '../language/msg.ts';
import { describe } from '../library/document-changes.ts';
import { formatBytes } from '../library/format-bytes.ts';
import type { DocumentRow } from '../store/schema.ts';
import { dialogStyles } from './dialog-styles.ts';
import { DocumentDialog } from './document-dialog.ts';
import { momentWords } from './document-words.ts';
import { fieldsStyles } from './fields-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** All that is known of a document; title and author can be changed. */
@customElement('details-dialog')
export class DetailsDialog extends DocumentDialog {
  static override readonly styles = [
    sharedStyles,
    dialogStyles,
    fieldsStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-1) var(--space-3);
        margin-block-end: var(--space-4);
        font-size: var(--text-m);
      }

      dt {
        color: var(--ink-soft);
      }

      dd {
        overflow-wrap: anywhere;
      }

      .hash {
        font:
          400 var(--text-s) / 1.6 ui-monospace,
          monospace;
      }
    `,
  ];

  @query('[name=title]') private readonly titleField!: HTMLInputElement;
  @query('[name=author]') private readonly authorField!: HTMLInputElement;

  protected override renderForm(document: DocumentRow): TemplateResult {
    return html`
      <form method="dialog" @submit=${() => describe(document.id, this.titleField.value, this.authorField.value)}>
        <h2 id="heading" tabindex="-1" autofocus>${msg('Details')}</h2>
        <div class="fields">
          <label
            >${msg('Title')}<input
              name="title"
              dir="auto"
              .value=${document.title}
              autocomplete="off"
              required
              pattern=".*[^ ].*"
          /></label>
          <label
            >${msg('Author')}<input name="author" dir="auto" .value=${document.author ?? ''} autocomplete="off"
          /></label>
        </div>
        <dl>
          ${factsOf(document).map(
            ([name, fact]) =>
              html`<dt>${name}</dt>
                <dd>${fact}</dd>`,
          )}
        </dl>
        <div class="buttons">
          <button type="button" @click=${() => this.dialog.close()}>${msg('Close')}</button>
          <button class="primary">${msg('Save changes')}</button>
        </div>
      </form>
    `;
  }
}

type Fact = readonly [name: string, fact: string | TemplateResult];

/** What is not known has no line. */
function factsOf(document: DocumentRow): readonly Fact[] {
  const { fileName, source, pages, size, addedAt, openedAt, finishedAt, sha256 } = document;
  const facts: readonly (readonly [name: string, fact: Fact[1] | undefined])[] = [
    [msg('File'), html`<bdi>${fileName}</bdi>`],
    [
      msg('From', { id: 'document-source', desc: 'Where a document came from; its address follows' }),
      source === undefined
        ? msg('A file on disk')
        : html`<a href=${source} target="_blank" rel="noreferrer">${source}</a>`,
    ],
    [msg('Size'), `${formatBytes(size)} (${formatNumber(size, { style: 'unit', unit: 'byte', unitDisplay: 'long' })})`],
    [msg('Pages'), pages === undefined ? undefined : formatNumber(pages)],
    [msg('Added'), momentWords(addedAt)],
    [msg('Last read'), openedAt === undefined ? msg('Not yet') : momentWords(openedAt)],
    [msg('Finished'), finishedAt === undefined ? undefined : momentWords(finishedAt)],
    ['SHA-256', sha256 === undefined ? undefined : html`<span class="hash">${sha256}</span>`],
  ];
  return facts.filter((fact): fact is Fact => fact[1] !== undefined);
}

declare global {
  interface HTMLElementTagNameMap {
    'details-dialog': DetailsDialog;
  }
}
