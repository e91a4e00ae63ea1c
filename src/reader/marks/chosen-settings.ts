import type { EventBus } from '../pdfjs.ts';
import { defaultSettings, settingTypes } from './mark-tools.ts';
import type { MarkSetting, MarkSettings } from './marks-snapshot.ts';

/** What marks are drawn with: shown of the mark that is selected, else of the next one. */
export class ChosenSettings {
  /** What new marks are drawn with, in this and the next document. */
  static #chosen: MarkSettings = defaultSettings;
  readonly #eventBus: EventBus;
  #shown = ChosenSettings.#chosen;
  #isApplied = false;

  constructor(eventBus: EventBus) {
    this.#eventBus = eventBus;
  }

  get shown(): MarkSettings {
    return this.#shown;
  }

  /** @param isForSelection with a mark selected, pdf.js changes that one alone. */
  set<Name extends MarkSetting>(name: Name, value: MarkSettings[Name], isForSelection: boolean): void {
    this.#dispatch(name, value);
    this.#shown = { ...this.#shown, [name]: value };
    if (!isForSelection) ChosenSettings.#chosen = { ...ChosenSettings.#chosen, [name]: value };
  }

  /** Tells pdf.js, once its first page has an editor: it has defaults of its own. */
  apply(): void {
    if (this.#isApplied) return;
    this.#isApplied = true;
    for (const name of Object.keys(settingTypes) as MarkSetting[]) this.#dispatch(name, ChosenSettings.#chosen[name]);
    this.letGo();
  }

  /** Shows what pdf.js says of a mark that was selected. */
  follow(details: readonly (readonly [type: number, value: unknown])[]): void {
    const known = Object.entries(settingTypes).flatMap(([name, type]) => {
      const found = details.find((detail) => detail[0] === type);
      return found ? [[name, found[1]]] : [];
    });
    this.#shown = { ...this.#shown, ...(Object.fromEntries(known) as Partial<MarkSettings>) };
  }

  /** Nothing is selected any more. */
  letGo(): void {
    this.#shown = ChosenSettings.#chosen;
  }

  #dispatch(name: MarkSetting, value: string | number): void {
    this.#eventBus.dispatch('switchannotationeditorparams', { source: this, type: settingTypes[name], value });
  }
}
