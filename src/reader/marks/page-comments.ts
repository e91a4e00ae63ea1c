import { msg } from '../../language/msg.ts';
import { askForText } from './text-dialog.ts';

/** What a comment hangs on: a mark that lives on its page, or an annotation of the file. */
interface Commented {
  /** Of a mark, or of the file's annotation. */
  get comment(): { readonly text: string | null } | string | null;
  set comment(text: string | null);
  /** A mark's; the file's annotations have none. */
  readonly mode?: number;
  setCommentButtonStates(states: { readonly selected: boolean; readonly hasPopup: boolean }): void;
  focusCommentButton(): void;
}

/**
 * Comments on marks: shown beside the pointer, written in a dialog. pdf.js calls this its comment manager, and finds in
 * it the methods below; the list of all comments, which it would also keep here, is the Marks panel.
 */
export class PageComments {
  readonly dialogElement: HTMLElement;
  readonly #bubble = document.createElement('div');

  /** @param host what lies over the pages. */
  constructor(host: HTMLElement) {
    this.dialogElement = host;
    this.#bubble.className = 'reader-comment';
    this.#bubble.role = 'note';
  }

  /** The person asked to write one. */
  async showDialog(_ui: unknown, commented: Commented): Promise<void> {
    this.destroyPopup();
    const text = textOf(commented);
    const answer = await askForText(this.dialogElement, {
      title: text === '' ? msg('Add a comment') : msg('Comment'),
      label: msg('Comment'),
      text,
      removeLabel: text === '' ? undefined : msg('Remove comment'),
    });
    if (answer !== undefined && answer !== text) commented.comment = answer === '' ? null : answer;
    // The dialog ends what pdf.js knew of the keyboard's place.
    commented.focusCommentButton();
    this.dialogElement.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /**
   * The pointer came to a mark's comment, or left it, or the person pressed it.
   *
   * @param commented none: whatever is shown goes.
   * @param visibility absent for a press.
   */
  toggleCommentPopup(commented: Commented | null, _isSelected: boolean, visibility?: boolean): void {
    this.destroyPopup();
    if (!commented || visibility === false) return;
    if (visibility === undefined && commented.mode !== undefined) return void this.showDialog(undefined, commented);
    this.#show(textOf(commented));
  }

  destroyPopup(): void {
    this.#bubble.remove();
  }

  destroy(): void {
    this.destroyPopup();
  }

  /** The button keeps pdf.js' own colour. */
  makeCommentColor(): null {
    return null;
  }

  // The panel reads the store, so it needs no word of these.
  setSidebarUiManager(): void {}
  updateComment(): void {}
  removeComments(): void {}
  updatePopupColor(): void {}
  showSidebar(): void {}
  hideSidebar(): void {}

  #show(text: string): void {
    if (text === '') return;
    this.#bubble.textContent = text;
    this.dialogElement.append(this.#bubble);
  }
}

function textOf({ comment }: Commented): string {
  return (typeof comment === 'string' ? comment : comment?.text) ?? '';
}
