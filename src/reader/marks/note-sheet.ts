import { msg } from '../../language/msg.ts';

/** Pixels a side: sharp at four times the size of the page. */
const SIZE = 160;

/** A yellow sheet with lines and a folded corner, as a picture for paper: the same in light and dark. */
export async function drawNote(): Promise<Blob> {
  const canvas = new OffscreenCanvas(SIZE, SIZE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error(msg('this browser gives no canvas'));
  context.scale(SIZE / 20, SIZE / 20);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.lineWidth = 1;
  context.strokeStyle = '#7a5b00';
  context.fillStyle = '#ffd84d';
  trace(context, [2, 2, 18, 2, 18, 13, 13, 18, 2, 18]);
  context.fill();
  context.stroke();
  context.fillStyle = '#fff3c2';
  trace(context, [18, 13, 13, 13, 13, 18]);
  context.fill();
  context.stroke();
  for (const [y, end] of LINES) {
    context.beginPath();
    context.moveTo(5, y);
    context.lineTo(end, y);
    context.stroke();
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Height and end of each line of writing. */
const LINES: readonly (readonly [y: number, end: number])[] = [
  [6, 15],
  [9.5, 15],
  [13, 10],
];

/** @param corners x and y by turns. */
function trace(context: OffscreenCanvasRenderingContext2D, corners: readonly number[]): void {
  context.beginPath();
  for (let at = 0; at < corners.length; at += 2) context.lineTo(corners[at] ?? 0, corners[at + 1] ?? 0);
  context.closePath();
}
