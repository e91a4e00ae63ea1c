/** `offered`: the browser would install the app now. `elsewhere`: it may do so by its own menu, see `install-words.ts`. */
export type InstallationState = 'installed' | 'offered' | 'elsewhere';

/** Windows of an installed app; one that fills the screen may be a tab. */
const APP_WINDOW = '(display-mode: standalone), (display-mode: minimal-ui), (display-mode: window-controls-overlay)';

/** Whether the app is installed, and the browser's offer to do so. One for each window. Fires `change`. */
export class Installation extends EventTarget {
  #offer: BeforeInstallPromptEvent | undefined;
  #isInstalled = false;

  constructor() {
    super();
    const appWindow = matchMedia(APP_WINDOW);
    this.#isInstalled = appWindow.matches || navigator.standalone === true;
    // A tab becomes an app's window while it is open.
    appWindow.addEventListener('change', ({ matches }) => matches && this.#finish());
    addEventListener('appinstalled', () => this.#finish());
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault(); // The browser's own bar would come unasked; ours waits where the person looks for it.
      this.#offer = event;
      this.#tell();
    });
  }

  get state(): InstallationState {
    if (this.#isInstalled) return 'installed';
    return this.#offer ? 'offered' : 'elsewhere';
  }

  /** Lets the browser ask. An offer is good for one question; after a refusal the browser makes a new one some day. */
  async ask(): Promise<void> {
    const offer = this.#offer;
    this.#offer = undefined;
    const answer = await offer?.prompt();
    if (answer?.outcome === 'accepted') this.#isInstalled = true;
    this.#tell();
  }

  #finish(): void {
    this.#isInstalled = true;
    this.#offer = undefined;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}
