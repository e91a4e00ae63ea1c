/**
 * The share of their bytes and files that benches use. `LONGHAUL_BENCH_SCALE=0.25` tries them out in a minute or two;
 * what they measure then is kept nowhere.
 */
const SCALE = Number(process.env['LONGHAUL_BENCH_SCALE'] ?? 1);

export const IS_TRIAL = SCALE !== 1;

/** Rounds that count; odd, for their median. */
export const ROUNDS = IS_TRIAL ? 1 : 5;

/** Bytes, or how many of something, in whole ones. */
export function scaled(amount: number): number {
  return Math.round(amount * SCALE);
}
