import { encodePng } from '../origin/samples/png.ts';

/** A red picture of 60 by 40 pixels. */
export function redPng(): Buffer {
  const [width, height] = [60, 40];
  const palette = Uint8Array.of(200, 16, 46);
  return encodePng({ width, height, pixels: new Uint8Array(width * height), palette });
}
