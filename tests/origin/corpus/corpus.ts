import { CJK } from './cjk.ts';
import type { CorpusFile } from './corpus-file.ts';
import { DAMAGED_FILES } from './damaged.ts';
import { ENCRYPTED } from './encrypted.ts';
import { FONTS } from './fonts.ts';
import { GRAPHICS } from './graphics.ts';
import { IMAGES } from './images.ts';
import { INTERACTIVE } from './interactive.ts';
import { SIZES } from './sizes.ts';
import { STRUCTURE } from './structure.ts';

/** PDFs of every kind that a reader meets, whole and broken, by what they have in common. All made here. */
export const CORPUS: Readonly<Record<string, readonly CorpusFile[]>> = {
  fonts: [...FONTS, ...CJK],
  images: IMAGES,
  graphics: GRAPHICS,
  'what answers': INTERACTIVE,
  encryption: ENCRYPTED,
  structure: STRUCTURE,
  sizes: SIZES,
  damage: DAMAGED_FILES,
};
