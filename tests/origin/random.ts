/**
 * A seeded source of numbers (xorshift32): the same seed gives the same row in every run and on every machine.
 * Good enough to make bytes that do not compress; not for secrets.
 *
 * @returns a function that gives the next integer from 0 up to 2³² − 1.
 */
export function randomIntegers(seed: number): () => number {
  // xorshift stays at 0 for ever if it starts there; the odd factor spreads neighbouring seeds apart.
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** @returns a function that gives the next number from 0 up to, not including, 1. */
export function randomFractions(seed: number): () => number {
  const next = randomIntegers(seed);
  return () => next() / 2 ** 32;
}

/** `count` bytes that do not compress. */
export function randomBytes(count: number, seed: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(count / 4));
  const next = randomIntegers(seed);
  for (let index = 0; index < words.length; index++) words[index] = next();
  return new Uint8Array(words.buffer, 0, count);
}
