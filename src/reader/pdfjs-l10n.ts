import { GenericL10n } from './pdfjs.ts';
import { type TextArguments, pdfjsText } from './pdfjs-texts.ts';

interface Key {
  readonly id: string | null;
  readonly args: TextArguments | null;
}

interface Message {
  readonly value: string | null;
  readonly attributes: readonly { readonly name: string; readonly value: string }[] | null;
}

/** Part of @fluent/dom's `DOMLocalization`, which pdf.js brings along without its types. */
interface DomLocalization {
  formatMessages(keys: readonly Key[]): Promise<readonly (Message | undefined)[]>;
  translateRoots(): Promise<unknown>;
}

/**
 * Lets pdf.js' elements speak our language: with our texts where there are any, else with the English that pdf.js has
 * built in. Its own way to others is a file of texts for each language, beside ours.
 */
export class ReaderL10n extends GenericL10n {
  /** Given by pdf.js' constructor, before fields of ours could be. */
  declare private dom: DomLocalization;

  constructor() {
    super('en-us');
  }

  /** Called by pdf.js. */
  override _setL10n(dom: DomLocalization): void {
    const english = dom.formatMessages.bind(dom);
    dom.formatMessages = async (keys) => {
      const ours = keys.map(({ id, args }) => ourMessage(id, args ?? {}));
      if (!ours.includes(undefined)) return ours;
      const theirs = await english(keys);
      return ours.map((message, index) => message ?? theirs[index]);
    };
    this.dom = dom;
    super._setL10n(dom);
  }

  /** Another language is spoken: all that stands there says so. */
  async translateAgain(): Promise<void> {
    await this.dom.translateRoots();
  }
}

function ourMessage(id: string | null, given: TextArguments): Message | undefined {
  const said = pdfjsText(id, given);
  if (!said) return undefined;
  const { text = null, ...attributes } = said;
  return { value: text, attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })) };
}
