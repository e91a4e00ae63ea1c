/** Where a build puts its scripts, below the app's base. */
const OWN_SCRIPTS = /^(?:(?:assets|reader)\/[^/?#]+|sw\.js)$/u;

/**
 * Lets the app's own files become workers, whoever starts them: our code, pdf.js, Workbox. Any other address is refused,
 * and so is all that would make markup or a script of text, because this policy has no rule for it. Browsers ask it
 * where the server says `require-trusted-types-for` (`build/security-headers.ts`), so it has to be there before the
 * first worker: `main.ts` imports it first.
 */
window.trustedTypes?.createPolicy('default', { createScriptURL: (address) => (isOwn(address) ? address : null) });

function isOwn(address: string): boolean {
  const base = new URL(import.meta.env.BASE_URL, location.href).href;
  const { href } = new URL(address, document.baseURI);
  return href.startsWith(base) && OWN_SCRIPTS.test(href.slice(base.length));
}
