/**
 * A sentence with elements in it: `fillIn(msg('Press {key}.'), { key: html`<kbd>?</kbd>` })`. Translators put a name in
 * braces where their language wants it. A name that isn't known stays as it is written.
 *
 * @returns what a Lit template takes for a child.
 */
export function fillIn<T>(text: string, parts: Readonly<Record<string, T>>): readonly (string | T)[] {
  return text.split(/\{(\w+)\}/u).map((piece, index) => (index % 2 === 0 ? piece : (parts[piece] ?? `{${piece}}`)));
}
