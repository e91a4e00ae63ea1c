import { msg } from '../language/msg.ts';
import { exportInWorker, importInWorker } from '../library/archive-in-worker.ts';
import type { ArchiveProgress } from '../library/archive-progress.ts';
import type { App } from './app.ts';
import { type ArchiveWords, exportFailureWords, exportWords, importWords } from './archive-words.ts';
import { newTemporaryFile } from './temporary-files.ts';
import { chooseTarget, saveBlob } from './save-to-disk.ts';

/** What the taking along of the library is at. */
export type ArchiveState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly kind: 'export' | 'import'; readonly progress: ArchiveProgress | undefined }
  | { readonly state: 'ended'; readonly say: () => ArchiveWords };

/** Saves the library as one file and takes one in, whichever screen is shown. Fires `change`. */
export class ArchiveWork extends EventTarget {
  state: ArchiveState = { state: 'idle' };
  readonly #app: App;
  #canceling = new AbortController();

  constructor(app: App) {
    super();
    this.#app = app;
  }

  /** To be called right from a press: the browser asks where to. */
  async save(): Promise<void> {
    const name = `Longhaul library ${new Date().toLocaleDateString('sv')}.zip`;
    const types = [{ description: msg('Longhaul library'), accept: { 'application/zip': ['.zip'] } }];
    const isAsked = window.showSaveFilePicker !== undefined;
    let target: FileSystemFileHandle | undefined;
    try {
      target = isAsked
        ? await chooseTarget({ id: 'library', suggestedName: name, types })
        : await newTemporaryFile(name);
    } catch (error) {
      return this.#fail(error, false);
    }
    if (!target) return;
    const file = target;
    await this.#run('export', async (options) => {
      const result = await exportInWorker(file, options);
      if (!isAsked) saveBlob(await file.getFile(), name);
      return () => exportWords(result, isAsked);
    });
  }

  async take(file: File): Promise<void> {
    await this.#run('import', async (options) => {
      const result = await importInWorker(file, options);
      if (result.added > 0) await this.#app.prepareReading();
      return () => importWords(result);
    });
  }

  cancel(): void {
    this.#canceling.abort();
  }

  async #run(
    kind: 'export' | 'import',
    work: (options: {
      readonly signal: AbortSignal;
      readonly onProgress: (progress: ArchiveProgress) => void;
    }) => Promise<() => ArchiveWords>,
  ): Promise<void> {
    this.#canceling = new AbortController();
    const { signal } = this.#canceling;
    const onProgress = (progress?: ArchiveProgress): void => this.#show({ state: 'running', kind, progress });
    onProgress();
    try {
      this.#show({ state: 'ended', say: await work({ signal, onProgress }) });
    } catch (error) {
      this.#fail(error, signal.aborted);
    }
  }

  #fail(error: unknown, isCanceled: boolean): void {
    this.#show({ state: 'ended', say: () => ({ words: exportFailureWords(error, isCanceled), names: [] }) });
  }

  #show(state: ArchiveState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
