/** Marks a text that people see: `msg('Library')`, `msg(str`Pause ${title}`)`. Call it where the text is drawn. */
export { msg, str } from '@lit/localize';
