import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatNumber } from '../language/formats.ts';
import { msg, str } from '../language/msg.ts';
import type { DocumentRow } from '../store/schema.ts';
import './document-cover.ts';
import { addedWords, extentWords, hostOf, progressOf, readWords } from './document-words.ts';
import './duplicate-question.ts';
import { pathTo } from './route.ts';
import { type ShelfCommand, ShelfCommandEvent } from './shelf-command.ts';
import { shelfIcons } from './shelf-icons.ts';

/** What an entry shows beside its document. */
export interface EntrySurroundings {
  /** Ms since the epoch; which days are today and yesterday. */
  readonly now: number;
  /** Absent while nothing is selected. */
  readonly isSelected: boolean | undefined;
  /** The older document with the same bytes that the person is asked about. */
  readonly twin: DocumentRow | undefined;
}

/** One document of the library, for grid and list alike: where its parts stand is the style sheet's. */
export function renderEntry(row: DocumentRow, { now, isSelected, twin }: EntrySurroundings): TemplateResult {
  return html`
    <document-cover .document=${row}></document-cover>
    <div class="what">
      <a
        class="title"
        dir="auto"
        href=${pathTo({ screen: 'reader', documentId: row.id })}
        title=${[row.title, row.author].filter(Boolean).join('\n')}
        >${row.title}</a
      >
      <p class="author" dir="auto">${row.author ?? nothing}</p>
    </div>
    ${renderProgress(row)}
    <p class="extent">${extentWords(row)}</p>
    <p class="origin">${readWords(row, now) ?? addedWords(row, now)}${renderHost(row)}</p>
    <div class="tail">${renderFlags(row)} ${isSelected === undefined ? renderMore(row) : nothing}</div>
    ${isSelected === undefined ? nothing : renderCheckbox(row, isSelected)}
    ${row.isMissing === true ? renderMissing(row) : nothing}
    ${twin ? html`<duplicate-question .document=${row} .original=${twin}></duplicate-question>` : nothing}
  `;
}

function renderProgress(row: DocumentRow): TemplateResult {
  const progress = progressOf(row);
  if (!progress)
    return html`<p class="progress">
      <span class="new">${msg('New')}</span>
    </p>`;
  const percent = Math.round((progress.share ?? 0) * 100);
  return html`
    <div class="progress">
      <span class="bar" aria-hidden="true"><span .style=${`inline-size: ${percent}%`}></span></span>
      <p>
        ${progress.words}${percent === 0 ? nothing : html`<span class="visually-hidden">${msg(str`, ${formatNumber(percent)} % read`)}</span>`}
      </p>
    </div>
  `;
}

function renderFlags({ isFavourite, isPinned }: DocumentRow): TemplateResult {
  return html`
    ${isFavourite === true ? html`<span class="flag" role="img" aria-label=${msg('Favourite')}>${shelfIcons.star}</span>` : nothing}
    ${isPinned === true ? html`<span class="flag" role="img" aria-label=${msg('Always kept')}>${shelfIcons.pin}</span>` : nothing}
  `;
}

/** It lies over the whole entry: a press anywhere selects. */
function renderCheckbox({ id, title }: DocumentRow, isSelected: boolean): TemplateResult {
  return html`
    <input
      class="pick"
      type="checkbox"
      aria-label=${msg(str`Select ${title}`)}
      .checked=${live(isSelected)}
      @click=${(event: MouseEvent) => run(event, { command: 'select', id, isRange: event.shiftKey })}
    />
  `;
}

function renderMore(row: DocumentRow): TemplateResult {
  return html`
    <button
      class="quiet more"
      aria-label=${msg(str`More about ${row.title}`)}
      aria-haspopup="menu"
      @click=${(event: Event) => run(event, { command: 'menu', document: row, button: event.currentTarget as HTMLElement })}
    >
      ${shelfIcons.more}
    </button>
  `;
}

function renderMissing(row: DocumentRow): TemplateResult {
  return html`
    <div class="missing">
      <p>${msg('The browser has cleared this file.')}</p>
      ${
        row.source === undefined
          ? nothing
          : html`<button
              aria-label=${msg(str`Download again: ${row.title}`)}
              @click=${(event: Event) => run(event, { command: 'download-again', document: row })}
            >
              ${msg('Download again')}
            </button>`
      }
    </div>
  `;
}

/** In the grid it has a line of its own. */
function renderHost(row: DocumentRow): TemplateResult | typeof nothing {
  const host = hostOf(row);
  return host === undefined ? nothing : html`<span class="dot"> · </span><span class="host">${host}</span>`;
}

function run(event: Event, command: ShelfCommand): void {
  event.currentTarget?.dispatchEvent(new ShelfCommandEvent(command));
}
