import { cleanName } from '../transfer/file-name.ts';

/** What file systems of people who unpack an archive don't take. */
const FORBIDDEN = /[<>:"|?*]/gu;

/** Gives each document a path of its own in an archive, by which people find it. */
export class ArchiveNames {
  readonly #taken = new Set<string>();

  /** @param fileName with its ending. */
  pathFor(fileName: string): string {
    const name = (cleanName(fileName) ?? 'Unnamed file').replaceAll(FORBIDDEN, '_');
    const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/su.exec(name) ?? [];
    let path = `documents/${name}`;
    for (let number = 2; this.#taken.has(path.toLowerCase()); number += 1)
      path = `documents/${stem} (${number})${ending}`;
    this.#taken.add(path.toLowerCase());
    return path;
  }
}
