/** Reading aloud. */
export type SpeechCommand = { readonly command: 'toggle-speech' };
