// What TypeScript's libraries lack of installing an app.

/** Only Chromium's. @see https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
interface BeforeInstallPromptEvent extends Event {
  /** Once an event, and only by the person's press. */
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

interface WindowEventMap {
  beforeinstallprompt: BeforeInstallPromptEvent;
}

/** Only Chromium's. @see https://wicg.github.io/window-controls-overlay/ */
interface WindowControlsOverlay extends EventTarget {
  /** Whether the page is drawn up to the window's upper edge, beside its buttons. */
  readonly visible: boolean;
}

interface Navigator {
  readonly windowControlsOverlay?: WindowControlsOverlay;
  /** Only Safari's: whether this window was opened from the home screen or the Dock. */
  readonly standalone?: boolean;
}
