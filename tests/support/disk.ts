import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makePdf } from '../origin/make-pdf.ts';

/** A folder of this machine with files to bring in. Goes with the block that holds it by `await using`. */
export class Disk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(): Promise<Disk> {
    return new Disk(await mkdtemp(join(tmpdir(), 'longhaul-disk-')));
  }

  /** @returns its path; folders in its name are made. */
  async write(name: string, body: Uint8Array | string): Promise<string> {
    const path = join(this.folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, body);
    return path;
  }

  /** A PDF of its own: `seed` makes another. */
  async writePdf(name: string, seed: number, bytes = 20_000): Promise<string> {
    return this.write(name, makePdf({ bytes, seed, pages: 1 }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
