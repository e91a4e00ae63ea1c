import { type TemplateResult, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { fillIn } from '../language/fill-in.ts';
import { msg } from '../language/msg.ts';
import { rename } from '../library/document-changes.ts';
import type { DocumentRow } from '../store/schema.ts';
import { dialogStyles } from './dialog-styles.ts';
import { DocumentDialog } from './document-dialog.ts';
import { fieldsStyles } from './fields-styles.ts';
import { sharedStyles } from './shared-styles.ts';

/** Asks for another title. */
@customElement('rename-dialog')
export class RenameDialog extends DocumentDialog {
  static override readonly styles = [sharedStyles, dialogStyles, fieldsStyles];

  @query('input') private readonly field!: HTMLInputElement;

  override async open(document: DocumentRow): Promise<void> {
    await super.open(document);
    this.field.select();
  }

  protected override renderForm({ id, title, fileName }: DocumentRow): TemplateResult {
    return html`
      <form method="dialog" @submit=${() => rename(id, this.field.value)}>
        <h2 id="heading">${msg('Rename this document')}</h2>
        <div class="fields">
          <label
            >${msg('Title')}<input
              name="title"
              dir="auto"
              .value=${title}
              autocomplete="off"
              required
              pattern=".*[^ ].*"
          /></label>
          <p class="soft small">
            ${fillIn(msg('Its file is still called {name}.'), { name: html`<bdi>${fileName}</bdi>` })}
          </p>
        </div>
        <div class="buttons">
          <button type="button" @click=${() => this.dialog.close()}>${msg('Cancel')}</button>
          <button class="primary">${msg('Rename')}</button>
        </div>
      </form>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rename-dialog': RenameDialog;
  }
}
