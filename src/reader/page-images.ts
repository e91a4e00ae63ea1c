/** Share of the page's width and height, from its upper left corner: upper left, lower left, upper right corner. */
export type ImageCorners = readonly [x1: number, y1: number, x2: number, y2: number, x3: number, y3: number];

/** Share of a page's area: smaller ones are bullets and rules. */
const leastArea = 0.0002;
/** A page of more is a drawing in pieces, and an outline around each costs more than it shows. */
const mostImages = 300;

/**
 * The images that stand by themselves, as they lie on a page that was turned since they were recorded.
 *
 * @param coordinates six numbers an image, as pdf.js records them.
 * @param quarterTurns clockwise, 0 to 3.
 */
export function imagesOn(coordinates: ArrayLike<number>, quarterTurns: number): readonly ImageCorners[] {
  const found: ImageCorners[] = [];
  for (let start = 0; start + 5 < coordinates.length; start += 6) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = Array.from(
      { length: 6 },
      (_, offset) => coordinates[start + offset],
    );
    const image: ImageCorners = [x1, y1, x2, y2, x3, y3];
    if (areaOf(image) >= leastArea) found.push(image);
  }
  const outermost = found.filter(
    (image, index) => !found.some((other, at) => at !== index && covers(other, image, at < index)),
  );
  return outermost.slice(0, mostImages).map((image) => turned(image, quarterTurns));
}

/** A `clip-path` that leaves the images out: all of the page, with a hole for each. */
export function outlineWithout(images: readonly ImageCorners[]): string {
  if (images.length === 0) return 'none';
  const holes = images.map(([x1, y1, x2, y2, x3, y3]) =>
    [
      [x1, y1],
      [x3, y3],
      [x2 + x3 - x1, y2 + y3 - y1],
      [x2, y2],
      [x1, y1],
    ]
      .map(([x = 0, y = 0]) => `${percent(x)} ${percent(y)}`)
      .concat('0% 0%')
      .join(', '),
  );
  return `polygon(evenodd, 0% 0%, 100% 0%, 100% 100%, 0% 100%, 0% 0%, ${holes.join(', ')})`;
}

/** The upright rectangle around an image. */
export function boundsOf([x1, y1, x2, y2, x3, y3]: ImageCorners): {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
} {
  const xs = [x1, x2, x3, x2 + x3 - x1];
  const ys = [y1, y2, y3, y2 + y3 - y1];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/**
 * Whether an image is paper itself: a scan, a drawing on white. At night those turn dark with the page.
 *
 * @param pixels red, green, blue, alpha, each 0 to 255.
 */
export function isPaper(pixels: Uint8ClampedArray): boolean {
  let white = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    if (Math.min(red, green, blue) > 215 && Math.max(red, green, blue) - Math.min(red, green, blue) < 40) white += 1;
  }
  return white > pixels.length / 8; // Half of them.
}

function areaOf([x1, y1, x2, y2, x3, y3]: ImageCorners): number {
  return Math.abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1));
}

/** Of two that lie on each other exactly, the first counts. */
function covers(outer: ImageCorners, inner: ImageCorners, isFirst: boolean): boolean {
  const a = boundsOf(outer);
  const b = boundsOf(inner);
  const inside = a.left <= b.left && a.top <= b.top && a.right >= b.right && a.bottom >= b.bottom;
  const same = a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
  return inside && (!same || isFirst);
}

function turned(image: ImageCorners, quarterTurns: number): ImageCorners {
  let [x1, y1, x2, y2, x3, y3] = image;
  for (let turn = 0; turn < quarterTurns; turn += 1) [x1, y1, x2, y2, x3, y3] = [1 - y1, x1, 1 - y2, x2, 1 - y3, x3];
  return [x1, y1, x2, y2, x3, y3];
}

function percent(share: number): string {
  return `${Math.round(Math.max(0, Math.min(1, share)) * 10_000) / 100}%`;
}
