import { html, type TemplateResult } from 'lit';

/** A button of the reader that shows a sign and is called by `name`. */
export function iconButton(name: string, icon: TemplateResult, disabled: boolean, press: () => void): TemplateResult {
  return html`<button
    class="reader-button"
    type="button"
    aria-label=${name}
    title=${name}
    ?disabled=${disabled}
    @click=${press}
  >
    ${icon}
  </button>`;
}
