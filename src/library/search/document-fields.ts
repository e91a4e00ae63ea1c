import MiniSearch, { type Query as FieldQuery } from 'minisearch';
import type { DocumentRow } from '../../store/schema.ts';
import type { Query, Term } from './query.ts';
import { squash, termsOf } from './words.ts';

/** What is known of a document without looking into it. */
export interface DocumentFields {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly fileName: string;
  /** Host and path of its address; '' without one. */
  readonly source: string;
}

/** From so many letters on a wrong one is forgiven. */
const FORGIVING = 5;

/** Finds documents by title, author, file name and source, also those that nobody has looked into yet. In memory. */
export class DocumentIndex {
  readonly #search = new MiniSearch<DocumentFields>({
    fields: ['title', 'author', 'fileName', 'source'],
    tokenize: (text) => [...termsOf(text)],
    processTerm: (term) => term,
    searchOptions: { boost: { title: 4, author: 3 }, combineWith: 'AND' },
    autoVacuum: true,
  });
  readonly #documents = new Map<string, DocumentFields>();

  /** @param rows all there are. */
  replace(rows: readonly DocumentRow[]): void {
    const ids = new Set(rows.map(({ id }) => id));
    this.change(
      [...this.#documents.keys()].filter((id) => !ids.has(id)),
      rows,
    );
  }

  /** @param gone ids that are no more; @param rows those that are new or have changed. */
  change(gone: readonly string[], rows: readonly DocumentRow[]): void {
    for (const id of gone) this.#remove(id);
    for (const row of rows) this.#put(fieldsOf(row));
  }

  get(id: string): DocumentFields | undefined {
    return this.#documents.get(id);
  }

  /** Documents that have all the words in these fields, the best first. */
  find({ terms, phrases }: Query): DocumentFields[] {
    if (terms.length === 0) return [];
    const found = this.#search.search({ combineWith: 'AND', queries: terms.map((term) => toQuery(term, true)) });
    const documents = found.map(({ id }) => this.#documents.get(String(id))).filter((each) => each !== undefined);
    return phrases.length === 0 ? documents : documents.filter((each) => hasPhrases(each, phrases));
  }

  /** Ids of the documents that have this word in one of the fields. */
  idsWith(term: Term): ReadonlySet<string> {
    return new Set(this.#search.search(toQuery(term, false)).map(({ id }) => String(id)));
  }

  #put(fields: DocumentFields): void {
    const known = this.#documents.get(fields.id);
    if (known && isSame(known, fields)) return;
    if (known) this.#search.replace(fields);
    else this.#search.add(fields);
    this.#documents.set(fields.id, fields);
  }

  #remove(id: string): void {
    if (this.#documents.delete(id)) this.#search.discard(id);
  }
}

function fieldsOf({ id, title, author = '', fileName, source }: DocumentRow): DocumentFields {
  const { host, pathname } = source === undefined ? { host: '', pathname: '' } : new URL(source);
  return { id, title, author, fileName, source: `${host}${readable(pathname)}` };
}

/** Not every path is well-formed. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function toQuery({ word, isPrefix }: Term, isForgiving: boolean): FieldQuery {
  return { queries: [word], prefix: isPrefix, fuzzy: isForgiving && word.length >= FORGIVING ? 0.2 : false };
}

function hasPhrases({ title, author, fileName, source }: DocumentFields, phrases: readonly string[]): boolean {
  const texts = [title, author, fileName, source].map(squash);
  return phrases.every((phrase) => texts.some((text) => text.includes(phrase)));
}

function isSame(a: DocumentFields, b: DocumentFields): boolean {
  return a.title === b.title && a.author === b.author && a.fileName === b.fileName && a.source === b.source;
}
