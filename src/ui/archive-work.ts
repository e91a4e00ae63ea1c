import { exportInWorker, importInWorker } from '../library/archive-in-worker.ts';
import type { ArchiveProgress } from '../library/archive-progress.ts';
import type { App } from './app.ts';
import { exportFailureWords, exportWords, importWords } from './archive-words.ts';
import { newTemporaryFile } from './temporary-files.ts';
import { chooseTarget, saveBlob } from './save-to-disk.ts';

/** What the taking along of the library is at. */
export type ArchiveState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly kind: 'export' | 'import'; readonly progress: ArchiveProgress | undefined }
  | { readonly state: 'ended'; readonly words: string; readonly names: readonly string[] };

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
    const types = [{ description: 'Longhaul library', accept: { 'application/zip': ['.zip'] } }];
    const isAsked = window.showSaveFilePicker !== undefined;
    let target: FileSystemFileHandle | undefined;
    try {
      target = isAsked
        ? await chooseTarget({ id: 'library', suggestedName: name, types })
        : await newTemporaryFile(name);
    } catch (error) {
      return this.#show({ state: 'ended', words: exportFailureWords(error, false), names: [] });
    }
    if (!target) return;
    const file = target;
    await this.#run('export', async (options) => {
      const result = await exportInWorker(file, options);
      if (!isAsked) saveBlob(await file.getFile(), name);
      return exportWords(result, isAsked);
    });
  }

  async take(file: File): Promise<void> {
    await this.#run('import', async (options) => {
      const result = await importInWorker(file, options);
      if (result.added > 0) await this.#app.prepareReading();
      return importWords(result);
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
    }) => Promise<Omit<ArchiveState & { readonly state: 'ended' }, 'state'>>,
  ): Promise<void> {
    this.#canceling = new AbortController();
    const { signal } = this.#canceling;
    const onProgress = (progress?: ArchiveProgress): void => this.#show({ state: 'running', kind, progress });
    onProgress();
    try {
      this.#show({ state: 'ended', ...(await work({ signal, onProgress })) });
    } catch (error) {
      this.#show({ state: 'ended', words: exportFailureWords(error, signal.aborted), names: [] });
    }
  }

  #show(state: ArchiveState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
