import type { DocumentRow } from '../store/schema.ts';

/**
 * Hands a document to another app. To be called right from a press, or the browser refuses.
 *
 * @throws {DOMException} what the browser says when it can't; not when the person changes their mind.
 */
export async function shareDocument({ fileName, title, type }: DocumentRow, bytes: Blob): Promise<void> {
  const file = new File([bytes], fileName, { type });
  try {
    await navigator.share({ files: [file], title });
  } catch (cause) {
    const isChangeOfMind = cause instanceof DOMException && cause.name === 'AbortError';
    if (!isChangeOfMind) throw cause;
  }
}
