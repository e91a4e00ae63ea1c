import type { DocumentRow } from '../../src/store/schema.ts';
import { makeDocuments } from '../support/seed-library.ts';

const TITLES = [
  ['Attention Is All You Need', 'Vaswani et al.'],
  ['A Field Guide to the Birds of the Northern Marshes, with Notes on Their Calls', 'Harriet Lindqvist'],
  ['The Night Trains', 'M. Oduya'],
  ['Proceedings of the Conference on Transfers That Outlive the Window They Were Started In', 'Various authors'],
  ['On Computable Numbers', 'Alan Turing'],
  ['Soil and Water', 'Ana Beltrán'],
  ['invoice-2026-03.pdf', 'Blue Heron Press'],
  ['Harbour Tables 1898', 'Admiralty Office'],
  ['Time, Clocks, and the Ordering of Events in a Distributed System', 'Leslie Lamport'],
  ['Quiet Machines', 'Yuki Tanabe'],
] as const;

/** A library of documents that could be somebody's. The newest come first: they get the first titles. */
export function makeShelf(
  count: number,
  factsOf: (number: number) => Partial<DocumentRow> = () => ({}),
): DocumentRow[] {
  return makeDocuments(count, (number) => {
    const [title, author] = TITLES[(count - 1 - number) % TITLES.length] ?? TITLES[0];
    return { title, author, size: 180_000 + ((number * 977_351) % 40_000_000), ...factsOf(number) };
  });
}
