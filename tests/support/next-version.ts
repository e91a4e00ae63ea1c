import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const DIST = resolve(import.meta.dirname, '../../dist');

/** What opening the database looks like in a build: its name, then the version of the schema. */
const SCHEMA = /(`longhaul`,)(\d+)(?=,\{upgrade)/gu;

/** The entry of the page in the worker's list, up to its revision. */
const PAGE = /url:`index\.html`,revision:`/gu;

/** A copy of the built app on disk, of which newer versions can be made, as a deployment would. */
export class DeployedApp {
  readonly directory: string;
  #version = 1;

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async make(): Promise<DeployedApp> {
    const directory = await mkdtemp(join(tmpdir(), 'longhaul-deployed-'));
    await cp(DIST, directory, { recursive: true });
    return new DeployedApp(directory);
  }

  /**
   * Puts the next version in the place of this one: every script has another name, and the old ones are gone.
   *
   * @returns what all names of its scripts have in them.
   */
  async deploy({ newSchema = false } = {}): Promise<string> {
    this.#version += 1;
    const mark = `v${this.#version}-`;
    const scripts = await this.#scripts();
    for (const folder of ['.', 'assets', 'reader']) {
      for (const name of await readdir(join(this.directory, folder))) {
        const path = join(this.directory, folder, name);
        if (/\.(?:js|css|html)$/u.test(name))
          await writeFile(path, this.#rewrite(await readFile(path, 'utf8'), scripts, mark, newSchema));
      }
    }
    for (const [folder, name] of scripts) {
      const path = join(this.directory, folder);
      await rename(join(path, name), join(path, mark + name));
    }
    return mark;
  }

  /**
   * One file of the shell can't be had, as while a deployment is under way.
   *
   * @returns what mends it.
   */
  async breakInstall(): Promise<() => Promise<void>> {
    const path = join(this.directory, 'sw.js');
    const script = await readFile(path, 'utf8');
    const broken = script.replace('url:`licences.json`', 'url:`http://localhost:1/licences.json`');
    if (broken === script) throw new Error('The worker keeps no licences.json');
    await writeFile(path, broken);
    return () => writeFile(path, script);
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  async #scripts(): Promise<(readonly [folder: string, name: string])[]> {
    const found: (readonly [string, string])[] = [];
    for (const folder of ['assets', 'reader']) {
      const names = await readdir(join(this.directory, folder));
      found.push(...names.filter((name) => name.endsWith('.js')).map((name) => [folder, name] as const));
    }
    return found;
  }

  #rewrite(text: string, scripts: readonly (readonly [string, string])[], mark: string, newSchema: boolean): string {
    let next = text;
    for (const [, name] of scripts) next = next.replaceAll(name, mark + name);
    next = next.replace(PAGE, (entry) => `${entry}${mark}`);
    if (!newSchema) return next;
    return next.replace(SCHEMA, (_, before: string, version: string) => before + String(Number(version) + 1));
  }
}
