import { readDocument } from '../store/documents.ts';
import type { DocumentRow, TaskRow } from '../store/schema.ts';
import type { Digest } from '../transfer/digest.ts';
import { TransferError } from '../transfer/errors.ts';
import type { ReceivedFile } from '../transfer/record.ts';
import { newDocument } from './new-document.ts';
import { renewedDocument } from './renewed-document.ts';

/** A PDF's header stands within this many bytes of its start. @see ISO 32000-2 annex I, implementation note 13 */
const HEADER_WINDOW = 1024;

/**
 * Decides what a received file is, and makes its library entry, or renews the one whose bytes it brings again.
 *
 * @throws {TransferError} `web-page` for an HTML page that nobody asked to keep; `not-a-pdf` for bytes that claim to be one.
 */
export async function acceptFile(file: ReceivedFile, task: TaskRow, digest: Digest): Promise<DocumentRow> {
  const isPdf = await hasPdfHeader(file.bytes);
  if (!isPdf) assertNotMisnamed(file, task);
  const { type } = file.remote;
  const arrived = newDocument({
    id: task.id,
    isPdf,
    fileName: file.name,
    type,
    size: file.bytes.size,
    source: task.request.url,
  });
  const kept = task.renews === undefined ? undefined : await readDocument(task.renews);
  return kept ? renewedDocument(kept, arrived, async () => digest(file.bytes)) : arrived;
}

function assertNotMisnamed({ remote, name }: ReceivedFile, { request }: TaskRow): void {
  const isHtml = remote.type === 'text/html' || remote.type === 'application/xhtml+xml';
  if (isHtml && remote.isAttachment !== true) throw new TransferError('web-page', `${request.url} is an HTML page`);
  if (remote.type === 'application/pdf' || /\.pdf$/iu.test(name)) {
    throw new TransferError('not-a-pdf', `${request.url} has no %PDF- in its first ${HEADER_WINDOW} bytes`);
  }
}

/** Whether a file says near its start that it is a PDF. */
export async function hasPdfHeader(bytes: Blob): Promise<boolean> {
  return isPdfStart(new Uint8Array(await bytes.slice(0, HEADER_WINDOW).arrayBuffer()));
}

/** The same of a file's first bytes, as many as there are of 1 kB. */
export function isPdfStart(start: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(start.subarray(0, HEADER_WINDOW)).includes('%PDF-');
}
