import { cleanName } from '../transfer/file-name.ts';

/** What file systems of people who unpack an archive don't take. */
const FORBIDDEN = /[<>:"|?*]/gu;

/** Gives each document a path of its own in an archive, by which people find it. */
export class ArchiveNames {
  readonly #taken = new Set<string>();
  /** How often each name was asked for: looking for a free number from 2 on takes too long where thousands have one name. */
  readonly #asked = new Map<string, number>();

  /** @param fileName with its ending. */
  pathFor(fileName: string): string {
    const name = (cleanName(fileName) ?? 'Unnamed file').replaceAll(FORBIDDEN, '_');
    const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/su.exec(name) ?? [];
    const asked = (this.#asked.get(name.toLowerCase()) ?? 0) + 1;
    this.#asked.set(name.toLowerCase(), asked);
    let path = asked === 1 ? `documents/${name}` : `documents/${stem} (${asked})${ending}`;
    for (let number = asked + 1; this.#taken.has(path.toLowerCase()); number += 1)
      path = `documents/${stem} (${number})${ending}`;
    this.#taken.add(path.toLowerCase());
    return path;
  }
}
