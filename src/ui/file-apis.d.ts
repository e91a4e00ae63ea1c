// What TypeScript's libraries lack of files that browsers hand over.

/** @see https://wicg.github.io/file-system-access/#api-showsavefilepicker */
interface SaveFilePickerOptions {
  readonly id?: string;
  readonly suggestedName?: string;
  readonly types?: readonly { readonly description?: string; readonly accept: Readonly<Record<string, string[]>> }[];
}

/** @see https://wicg.github.io/manifest-incubations/#launchparams-interface */
interface LaunchParams {
  readonly files: readonly FileSystemHandle[];
  /** Absent where only files are told of. */
  readonly targetURL?: string | null;
}

interface LaunchQueue {
  setConsumer(consumer: (params: LaunchParams) => void): void;
}

interface Window {
  /** Only Chromium's. Needs the person's press. */
  showSaveFilePicker?(options?: SaveFilePickerOptions): Promise<FileSystemFileHandle>;
  /** Only Chromium's. */
  readonly launchQueue?: LaunchQueue;
}
