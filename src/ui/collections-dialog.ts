import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { fillIn } from '../language/fill-in.ts';
import { msg, str } from '../language/msg.ts';
import { createCollection, removeCollection, renameCollection, setInCollection } from '../store/collections.ts';
import type { CollectionRow, DocumentRow } from '../store/schema.ts';
import { choiceStyles } from './choice-styles.ts';
import { dialogStyles } from './dialog-styles.ts';
import { documentsWords } from './document-words.ts';
import { fieldsStyles } from './fields-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** What a collection's line asks just now. */
interface Question {
  readonly id: string;
  readonly about: 'name' | 'removal';
}

/** The collections: which of them documents lie in, and their names. Everything counts at once. */
@customElement('collections-dialog')
export class CollectionsDialog extends LitElement {
  static override readonly styles = [
    sharedStyles,
    dialogStyles,
    fieldsStyles,
    choiceStyles,
    css`
      dialog p {
        margin: 0;
      }

      h2 + p {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
        margin-block-start: var(--space-1);
      }

      li,
      li form,
      .new {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: end;
        gap: var(--space-1);
      }

      ul {
        margin-block: var(--space-3);
      }

      li {
        padding-block: var(--space-1);
        border-block-start: 1px solid var(--line);
      }

      li form {
        flex: 1;
      }

      .name {
        display: flex;
        flex: 1;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 2.5rem;
        min-inline-size: 6rem;
        overflow-wrap: anywhere;
      }

      .name bdi {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }

      /* A question, with its answers below. */
      li p.name {
        display: block;
        flex-basis: 100%;
        min-block-size: 0;
        padding-block-start: var(--space-1);
      }

      li button {
        padding-inline: var(--space-2);
      }

      /* Both beside the name, or both below it. A quiet one ends where the other lines do. */
      .actions {
        display: flex;
        gap: var(--space-1);
        margin-inline-end: calc(-1 * var(--space-2));
      }

      .new {
        margin-block: var(--space-3) var(--space-4);
      }

      .new input:not([type]),
      li input:not([type]) {
        flex: 1;
        inline-size: auto;
        min-inline-size: 8rem;
      }

      .problem {
        color: var(--bad);
      }
    `,
  ];

  @property({ attribute: false }) collections: readonly CollectionRow[] = [];
  /** What the library holds of them now, in the order of `ids`. */
  @property({ attribute: false }) rowOf: (id: string) => DocumentRow | undefined = () => undefined;
  /** Documents that are put into collections; none: the collections alone are looked after. */
  @property({ attribute: false }) ids: readonly string[] = [];
  @state() private question: Question | undefined;
  /** A name that another collection has. */
  @state() private taken: string | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    const documents = this.ids.map((id) => this.rowOf(id)).filter((row) => row !== undefined);
    return html`
      <dialog aria-labelledby="heading" @cancel=${this.#cancel}>
        <h2 id="heading">${msg('Collections')}</h2>
        ${documents.length === 0 ? nothing : html`<p class="soft">${choiceOf(documents)}</p>`}
        ${
          this.collections.length === 0
            ? html`<p class="soft">${msg('You have no collections yet. A document can be in several.')}</p>`
            : html`<ul role="list" aria-label=${msg('Collections')}>
                ${repeat(
                  this.collections,
                  ({ id }) => id,
                  (collection) => html`<li data-id=${collection.id}>${this.#renderLine(collection, documents)}</li>`,
                )}
              </ul>`
        }
        <form class="new" @submit=${this.#create}>
          <input
            name="name"
            aria-label=${msg('New collection')}
            placeholder=${msg('New collection')}
            autocomplete="off"
            required
            pattern=".*[^ ].*"
          />
          <button>${msg('Add')}</button>
        </form>
        <p class="problem" role="alert">
          ${this.taken === undefined ? nothing : msg(str`There is a collection called “${this.taken}” already.`)}
        </p>
        <div class="buttons"><button class="primary" @click=${() => this.dialog.close()}>${msg('Done')}</button></div>
      </dialog>
    `;
  }

  async open(): Promise<void> {
    this.question = undefined;
    this.taken = undefined;
    await this.updateComplete;
    this.dialog.showModal();
  }

  #renderLine(collection: CollectionRow, documents: readonly DocumentRow[]): TemplateResult {
    if (this.question?.id !== collection.id) return this.#renderCollection(collection, documents);
    return this.question.about === 'name' ? this.#renderRenaming(collection) : this.#renderRemoval(collection);
  }

  #renderCollection({ id, name }: CollectionRow, documents: readonly DocumentRow[]): TemplateResult {
    return html`
      ${documents.length === 0 ? html`<span class="name"><bdi>${name}</bdi></span>` : this.#renderCheckbox(id, name, documents)}
      <span class="actions">
        <button class="quiet" aria-label=${msg(str`Rename ${name}`)} @click=${() => this.#ask({ id, about: 'name' })}>
          ${msg('Rename')}
        </button>
        <button
          class="quiet"
          aria-label=${msg(str`Remove ${name}`)}
          @click=${() => this.#ask({ id, about: 'removal' })}
        >
          ${msg('Remove')}
        </button>
      </span>
    `;
  }

  #renderCheckbox(id: string, name: string, documents: readonly DocumentRow[]): TemplateResult {
    const inside = documents.filter(({ collections }) => collections?.includes(id)).length;
    return html`<label class="name">
      <input
        type="checkbox"
        .checked=${inside === documents.length}
        .indeterminate=${inside > 0 && inside < documents.length}
        @change=${(event: Event) => setInCollection(this.ids, id, (event.target as HTMLInputElement).checked)}
      /><bdi>${name}</bdi>
    </label>`;
  }

  #renderRenaming({ id, name }: CollectionRow): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => this.#rename(event, id)}>
      <input
        name="name"
        aria-label=${msg('Name of the collection')}
        .value=${name}
        autocomplete="off"
        required
        pattern=".*[^ ].*"
      />
      <span class="actions">
        <button>${msg('Rename')}</button>
        <button class="quiet" type="button" @click=${() => this.#ask(undefined)}>${msg('Cancel')}</button>
      </span>
    </form>`;
  }

  #renderRemoval({ id, name }: CollectionRow): TemplateResult {
    return html`
      <p class="name">${msg(str`Remove “${name}”? Its documents stay in the library.`)}</p>
      <button @click=${() => this.#ask(undefined)}>${msg('Keep')}</button>
      <button @click=${() => this.#remove(id)}>${msg('Remove')}</button>
    `;
  }

  /** The line's own buttons go: the first control of what comes in their place gets the focus. */
  async #ask(question: Question | undefined): Promise<void> {
    const line = `li[data-id="${CSS.escape(question?.id ?? this.question?.id ?? '')}"]`;
    this.question = question;
    this.taken = undefined;
    await this.updateComplete;
    const controls = question ? 'form input, .name + button' : 'button';
    const next = this.dialog.querySelector<HTMLElement>(`${line} :is(${controls})`);
    (next ?? this.dialog.querySelector<HTMLElement>('.new input'))?.focus();
  }

  /** Escape ends the question first. */
  #cancel(event: Event): void {
    if (!this.question) return;
    event.preventDefault();
    void this.#ask(undefined);
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const id = await createCollection(nameIn(form));
    if (this.ids.length > 0) await setInCollection(this.ids, id, true);
    form.reset();
  }

  async #rename(event: SubmitEvent, id: string): Promise<void> {
    event.preventDefault();
    const name = nameIn(event.target as HTMLFormElement);
    if (await renameCollection(id, name)) return this.#ask(undefined);
    this.taken = name;
  }

  async #remove(id: string): Promise<void> {
    await removeCollection(id);
    await this.#ask(undefined);
  }
}

function nameIn(form: HTMLFormElement): string {
  return form.querySelector('input')?.value.trim() ?? '';
}

function choiceOf([first, ...others]: readonly DocumentRow[]): unknown {
  return others.length === 0
    ? fillIn(msg('Choose where “{title}” belongs.'), { title: html`<bdi>${first?.title ?? ''}</bdi>` })
    : msg(str`Choose where ${documentsWords(others.length + 1)} belong.`);
}

declare global {
  interface HTMLElementTagNameMap {
    'collections-dialog': CollectionsDialog;
  }
}
