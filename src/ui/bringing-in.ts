import { msg, str } from '../language/msg.ts';
import type { BringInResult } from '../library/bring-in.ts';
import { bringInInWorker } from '../library/bring-in-in-worker.ts';
import type { WhenKnown } from '../store/incoming.ts';
import { refusalWords } from './bring-in-words.ts';

/** A file from disk on its way into the library. */
export interface IncomingItem {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state:
    | { readonly state: 'waiting' }
    | { readonly state: 'running'; readonly bytesStored: number }
    | { readonly state: 'failed'; readonly words: () => string };
}

/** What became of files that were given together. */
export interface BroughtIn {
  readonly added: number;
  /** Documents that have their bytes again, which the browser had cleared. */
  readonly restored: number;
  /** Ids of the documents, those that were here already among them. */
  readonly documentIds: readonly string[];
}

/** The files that this window brings in, one after the other. Fires `change`. */
export class BringingIn extends EventTarget {
  /** In the order in which they come; what is in the library is no longer among them. */
  items: readonly IncomingItem[] = [];
  readonly #cancels = new Map<string, AbortController>();
  #last: Promise<unknown> = Promise.resolve();

  /** Brings files in behind those that were given before. What is not taken stays in `items`, with the reason. */
  async add(files: readonly File[], whenKnown: WhenKnown = 'ask'): Promise<BroughtIn> {
    const given = files.map((file) => ({ file, id: this.#enlist(file) }));
    const coming = this.#last.then(async () => {
      const results: (BringInResult | undefined)[] = [];
      for (const { file, id } of given) results.push(await this.#bringIn(id, file, whenKnown));
      return results;
    });
    this.#last = coming;
    const results = await coming;
    return {
      added: results.filter((result) => result?.kind === 'added').length,
      restored: results.filter((result) => result?.kind === 'restored').length,
      documentIds: results.flatMap((result) => (result && 'documentId' in result ? [result.documentId] : [])),
    };
  }

  /** Nothing of the file is kept. */
  cancel(id: string): void {
    this.#cancels.get(id)?.abort();
    if (this.#stateOf(id) === 'waiting') this.dismiss(id);
  }

  cancelAll(): void {
    for (const { id } of this.items) this.cancel(id);
  }

  /** Takes a file that was not taken off the list. */
  dismiss(id: string): void {
    this.#show(this.items.filter((item) => item.id !== id));
  }

  #enlist({ name, size }: File): string {
    const id = crypto.randomUUID();
    this.#cancels.set(id, new AbortController());
    this.#show([...this.items, { id, name, size, state: { state: 'waiting' } }]);
    return id;
  }

  async #bringIn(id: string, file: File, whenKnown: WhenKnown): Promise<BringInResult | undefined> {
    const signal = this.#cancels.get(id)?.signal ?? AbortSignal.abort();
    if (signal.aborted) return undefined;
    try {
      const onProgress = (bytesStored: number): void => this.#step(id, { state: 'running', bytesStored });
      onProgress(0);
      const result = await bringInInWorker({ file, whenKnown }, { signal, onProgress });
      if (result.kind === 'refused')
        this.#step(id, { state: 'failed', words: () => refusalWords(result.refusal, file) });
      else this.dismiss(id);
      return result;
    } catch (error) {
      if (signal.aborted) this.dismiss(id);
      else this.#fail(id, error);
      return undefined;
    } finally {
      this.#cancels.delete(id);
    }
  }

  #fail(id: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    const words = (): string => msg(str`Something went wrong that Longhaul did not expect: ${reason}`);
    this.#step(id, { state: 'failed', words });
  }

  #stateOf(id: string): IncomingItem['state']['state'] | undefined {
    return this.items.find((item) => item.id === id)?.state.state;
  }

  #step(id: string, state: IncomingItem['state']): void {
    this.#show(this.items.map((item) => (item.id === id ? { ...item, state } : item)));
  }

  #show(items: readonly IncomingItem[]): void {
    this.items = items;
    this.dispatchEvent(new Event('change'));
  }
}
