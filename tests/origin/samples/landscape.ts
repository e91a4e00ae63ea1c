import { randomFractions, randomIntegers } from '../random.ts';
import type { Picture } from './png.ts';

export interface LandscapeOptions {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  /** Strength of the film grain, 0 to 60 of 256 shades. Grain does not compress. */
  readonly grain: number;
}

type Colour = readonly [red: number, green: number, blue: number];

const PAPER: Colour = [252, 246, 236];
/** Each picture is printed in one ink: a dark and a middle tone, on paper. */
const INKS: readonly (readonly [dark: Colour, middle: Colour])[] = [
  [
    [38, 18, 10],
    [190, 84, 36],
  ],
  [
    [14, 24, 38],
    [84, 124, 156],
  ],
  [
    [20, 30, 20],
    [122, 140, 88],
  ],
  [
    [34, 18, 34],
    [156, 98, 128],
  ],
  [
    [10, 30, 32],
    [76, 142, 138],
  ],
  [
    [40, 28, 8],
    [198, 150, 60],
  ],
];
const LAYERS = 6;

interface Sun {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Hills behind hills under a low sun, in one ink with film grain. Same options, same picture. */
export function landscape({ width, height, seed, grain }: LandscapeOptions): Picture {
  const fraction = randomFractions(seed);
  const ridges = Array.from({ length: LAYERS }, (_, layer) => ridge(width, height, layer, fraction));
  const sun = { x: width * (0.2 + 0.6 * fraction()), y: height * (0.18 + 0.14 * fraction()), radius: width * 0.085 };
  const skyline = Int32Array.from({ length: width }, (_, x) => Math.min(...ridges.map((line) => line[x] ?? 0)));
  // Clamped, so that neither light nor grain can leave the 256 shades.
  const pixels = new Uint8ClampedArray(width * height);
  paintSky(pixels, skyline, height, sun);
  for (const [layer, line] of ridges.entries()) paintHills(pixels, line, ridges[layer + 1], height, layer);
  addGrain(pixels, seed, grain);
  return { width, height, pixels: new Uint8Array(pixels.buffer), palette: palette(seed) };
}

/** Height of a skyline in every column, as a sum of waves: far ridges lie high and calm, near ones low and rough. */
function ridge(width: number, height: number, layer: number, fraction: () => number): Float64Array {
  const line = new Float64Array(width).fill(height * (0.34 + layer * 0.115));
  for (let octave = 0; octave < 6; octave++) {
    const frequency = (1.2 + fraction()) * 2 ** octave;
    const strength = (height * (0.035 + layer * 0.006)) / 1.75 ** octave;
    const phase = fraction() * 2 * Math.PI;
    for (let x = 0; x < width; x++) {
      line[x] = (line[x] ?? 0) + strength * Math.sin((x / width) * frequency * 2 * Math.PI + phase);
    }
  }
  return line;
}

/** Shades run from 0, darkest ink, to 255, bare paper. */
function paintSky(pixels: Uint8ClampedArray, skyline: Int32Array, height: number, sun: Sun): void {
  const width = skyline.length;
  const reach = (sun.radius * 6) ** 2;
  for (let y = 0; y < height; y++) {
    const light = 150 + 150 * (y / height);
    for (let x = 0; x < width; x++) {
      if (y > (skyline[x] ?? 0)) continue;
      const square = (x - sun.x) ** 2 + (y - sun.y) ** 2;
      const glow = square < reach ? 44 * (1 - square / reach) ** 2 : 0;
      pixels[y * width + x] = square < sun.radius ** 2 ? 250 : Math.min(240, light + glow);
    }
  }
}

/** Mist gathers in the valleys, so a hill is darkest along its crest. Stops where a nearer ridge hides it for good. */
function paintHills(
  pixels: Uint8ClampedArray,
  line: Float64Array,
  nearer: Float64Array | undefined,
  height: number,
  layer: number,
): void {
  const width = line.length;
  const crest = 178 - layer * 31;
  for (let x = 0; x < width; x++) {
    const top = Math.max(0, Math.ceil(line[x] ?? 0));
    const bottom = Math.min(height, Math.ceil(nearer?.[x] ?? height));
    for (let y = top; y < bottom; y++) {
      pixels[y * width + x] = Math.max(14, crest + Math.min(42, ((y - top) / height) * 260));
    }
  }
}

function addGrain(pixels: Uint8ClampedArray, seed: number, grain: number): void {
  const next = randomIntegers(seed + 1000);
  const strength = grain / 255;
  for (let index = 0; index < pixels.length; index++) {
    pixels[index] = (pixels[index] ?? 0) + (((next() >>> 8) & 0xff) - 127.5) * strength;
  }
}

function palette(seed: number): Uint8Array {
  const [dark, middle] = INKS[seed % INKS.length] ?? [PAPER, PAPER];
  const colours = new Uint8Array(256 * 3);
  for (let shade = 0; shade < 256; shade++) {
    const colour = shade < 128 ? mix(dark, middle, shade / 128) : mix(middle, PAPER, (shade - 128) / 127);
    colours.set(colour, shade * 3);
  }
  return colours;
}

function mix(from: Colour, to: Colour, share: number): number[] {
  return from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * share));
}
