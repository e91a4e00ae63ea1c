/** Bytes, as Latin-1, of a string of `0` and `1`; the last byte is filled up with `fill`. */
export function packBits(bits: string, fill: '0' | '1'): string {
  const whole = bits.padEnd(Math.ceil(bits.length / 8) * 8, fill);
  return whole.replaceAll(/.{8}/gu, (byte) => String.fromCodePoint(Number.parseInt(byte, 2)));
}

/** Bytes, as Latin-1, of a big-endian number. */
export function bigEndian(value: number, bytes: number): string {
  const digits = value.toString(16).padStart(2 * bytes, '0');
  return fromHex(digits);
}

export function fromHex(digits: string): string {
  return Buffer.from(digits, 'hex').toString('latin1');
}
