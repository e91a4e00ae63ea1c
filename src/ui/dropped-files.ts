/** What of files and folders can be taken. */
export interface ChosenFiles {
  readonly files: readonly File[];
  /** Where a folder was among them, what was in it: PDFs, which are taken, and files that are not. */
  readonly folder?: { readonly pdfs: number; readonly skipped: number };
}

/** The PDFs of a folder that was chosen in the browser's dialog. */
export function pdfsOf(files: Iterable<File>): ChosenFiles {
  const [pdfs, others] = sort([...files]);
  return { files: pdfs, folder: { pdfs: pdfs.length, skipped: others.length } };
}

/**
 * Files that were dropped or pasted, and the PDFs in folders among them. To be called inside the event: later the
 * browser has forgotten what it was about.
 */
export function filesOf(transfer: DataTransfer): Promise<ChosenFiles> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const found = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return collect(found);
}

async function collect(
  found: readonly { readonly entry: FileSystemEntry | null; readonly file: File | null }[],
): Promise<ChosenFiles> {
  const files: File[] = [];
  const inFolders: File[] = [];
  for (const { entry, file } of found) {
    if (entry?.isDirectory === true) inFolders.push(...(await filesIn(entry as FileSystemDirectoryEntry)));
    else if (file) files.push(file);
  }
  const hasFolder = found.some(({ entry }) => entry?.isDirectory);
  const [pdfs, others] = sort(inFolders);
  return {
    files: [...files, ...pdfs],
    ...(hasFolder ? { folder: { pdfs: pdfs.length, skipped: others.length } } : {}),
  };
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.isDirectory) files.push(...(await filesIn(entry as FileSystemDirectoryEntry)));
    else files.push(await fileOf(entry as FileSystemFileEntry));
  }
  return files;
}

/** A folder tells a hundred entries at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** In order of their paths; what systems hide in folders doesn't count. */
function sort(files: readonly File[]): [pdfs: File[], others: File[]] {
  const seen = files.filter(({ name }) => !name.startsWith('.'));
  const isPdf = ({ name, type }: File): boolean => type === 'application/pdf' || /\.pdf$/iu.test(name);
  const inOrder = seen.toSorted((a, b) => a.webkitRelativePath.localeCompare(b.webkitRelativePath));
  return [inOrder.filter(isPdf), inOrder.filter((file) => !isPdf(file))];
}
