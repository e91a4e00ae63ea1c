/** Reading aloud. */
export type SpeechCommand =
  /** Begins at what stands at the top of the window, or ends. */
  { readonly command: 'toggle-speech' };
