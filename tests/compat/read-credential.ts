import type { Page } from 'playwright/test';

/** The secret of a protection space, decrypted by the key that lies beside it. */
export async function readCredential(page: Page, space: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    type Row = { secret: ArrayBuffer; iv: Uint8Array<ArrayBuffer>; key: CryptoKey };
    const opening = indexedDB.open('longhaul');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading: IDBRequest<Row> = opening.result.transaction('credentials').objectStore('credentials').get(wanted);
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    const { secret, iv, key } = reading.result;
    opening.result.close();
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, secret));
  }, space);
}
