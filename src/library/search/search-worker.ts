// The dedicated worker behind `search-client.ts`: it holds the index, so that typing never waits for it.
import { onChange } from '../../store/changes.ts';
import { listDocuments, readDocuments } from '../../store/document-pages.ts';
import { listIndexParts, readIndexParts } from '../../store/index-parts.ts';
import type { Answered, Asked, PageHit, SearchAnswer, SearchQuestion } from './answer.ts';
import { DocumentIndex } from './document-fields.ts';
import { FORM } from './index-part.ts';
import { PageIndex } from './page-index.ts';
import { Searcher } from './searcher.ts';

const documents = new DocumentIndex();
const pages = new PageIndex();
const searcher = new Searcher(documents, pages);

/** Everything that reads or changes the indexes, one after the other. */
let turn: Promise<unknown> = Promise.all([readAllDocuments(), readParts()]);
/** The number of the last search that was asked for: those before it are of no more use. */
let lastSearch = 0;
/** Changes that were not looked at yet; without ids anything may have changed. */
let changed: Set<string> | 'all' | undefined;
let arePartsChanged = false;

onChange((change, ids) => {
  if (change !== 'documents' && change !== 'index') return;
  if (change === 'index') arePartsChanged = true;
  else if (ids === undefined || changed === 'all') changed = 'all';
  else changed = new Set([...(changed ?? []), ...ids]);
  // As often as it is queued, it runs once for all that has come.
  void inTurn(catchUp).catch(reportError);
}, new AbortController().signal);

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { number, question } = data;
  if (question.kind === 'search') lastSearch = number;
  inTurn(() => answer(number, question)).then(
    (answered) => send({ number, answer: answered }),
    (error: unknown) => send({ number, error }),
  );
});

function inTurn<T>(step: () => Promise<T>): Promise<T> {
  const result = turn.then(step);
  turn = result.catch(() => undefined);
  return result;
}

async function answer(
  number: number,
  question: SearchQuestion,
): Promise<SearchAnswer | readonly PageHit[] | undefined> {
  if (question.kind === 'pages') return searcher.pagesOf(question.documentId, question.text);
  const isOver = (): boolean => number !== lastSearch;
  return isOver() ? undefined : searcher.search(question.text, question.limits, isOver);
}

async function catchUp(): Promise<void> {
  const [ids, isNewIndex] = [changed, arePartsChanged];
  changed = undefined;
  arePartsChanged = false;
  if (ids === 'all') await readAllDocuments();
  else if (ids) await readSome([...ids]);
  if (isNewIndex) await readParts();
  if (ids || isNewIndex) send({ hasChanged: true });
}

async function readAllDocuments(): Promise<void> {
  documents.replace(await listDocuments());
}

async function readSome(ids: readonly string[]): Promise<void> {
  const rows = await readDocuments(ids);
  const here = new Set(rows.map(({ id }) => id));
  documents.change(
    ids.filter((id) => !here.has(id)),
    rows,
  );
}

async function readParts(): Promise<void> {
  const ids = await listIndexParts();
  const known = new Set(pages.partIds);
  const rows = await readIndexParts(ids.filter((id) => !known.has(id)));
  pages.update(
    ids,
    rows.filter(({ form }) => form === FORM),
  );
}

function send(answered: Answered): void {
  postMessage(answered);
}
