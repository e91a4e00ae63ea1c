// What TypeScript's libraries lack of trusted types.

interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL?: (address: string) => string | null },
  ): { readonly name: string };
}

interface Window {
  /** @see https://w3c.github.io/trusted-types/dist/spec/ */
  readonly trustedTypes?: TrustedTypePolicyFactory;
}
