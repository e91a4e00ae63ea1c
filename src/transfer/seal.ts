/** A secret that only this browser profile can read: the key is kept beside it and can't be exported. */
export interface Sealed {
  readonly secret: ArrayBuffer;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly key: CryptoKey;
}

/** Encrypts a secret by AES-GCM under a key of its own. */
export async function seal(text: string): Promise<Sealed> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const secret = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  return { secret, iv, key };
}

/** @throws {DOMException} when secret and key don't belong together any more. */
export async function unseal({ secret, iv, key }: Sealed): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, secret));
}
