import { LitElement, type TemplateResult, html } from 'lit';
import { state } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import { purgeLeftovers } from '../library/removal-offer.ts';
import { readSettings } from '../store/settings.ts';
import { type StoreObstacle, onStoreObstacle, storeObstacle } from '../store/store-obstacle.ts';
import { App } from './app.ts';
import './add-transfers.ts';
import './address-question.ts';
import type { AddressesEvent } from './addresses-event.ts';
import type { AnnounceEvent } from './announce-event.ts';
import { startedWords } from './bring-in-words.ts';
import './app-shell.ts';
import { sayWhatCame } from './came-by-share.ts';
import './drop-target.ts';
import './incoming-files.ts';
import './install-button.ts';
import './library-screen.ts';
import './reader-screen.ts';
import './transfer-announcer.ts';
import './transfers-screen.ts';
import './undo-toast.ts';
import './unknown-screen.ts';
import './update-offer.ts';
import { discardAbandoned } from '../library/incoming-file.ts';
import { fingerprintInIdleTime } from './fingerprints.ts';
import { openLastRead } from './last-read.ts';
import { followLaunches } from './launches.ts';
import { showTheme } from './page-theme.ts';
import { watchPresence } from './presence.ts';
import { startLanguage } from './page-language.ts';
import { QueryController } from './query-controller.ts';
import { readInIdleTime } from './read-in-idle-time.ts';
import type { Route } from './route.ts';
import { RouteController } from './route-controller.ts';
import { loadScreen } from './screen-code.ts';
import type { SignInRequestEvent } from './sign-in-events.ts';
import { isShortcut } from './shortcut.ts';
import './start-obstacle.ts';
import { takeStartFrameAway } from './start-frame.ts';
import { keepStorageInOrder } from './storage-upkeep.ts';
import { takeStartRequest } from './start-address.ts';
import { removeOldTemporaryFiles } from './temporary-files.ts';
import { followTitleBar } from './title-bar.ts';
import { WindowTitle } from './window-title.ts';
import { addressWords, missingPartWords } from './words.ts';
import { showScreensOnRequest } from './worker-messages.ts';

const TITLES: Readonly<Record<Exclude<Route['screen'], 'reader'>, () => string>> = {
  library: () => msg('Library'),
  transfers: () => msg('Transfers'),
  settings: () => msg('Settings'),
  unknown: () => msg('Not found'),
};

/**
 * The whole app. In the light DOM, because pdf.js' pages must not stand in a shadow root. `main.ts` defines it, where the
 * browser has what it needs.
 */
export class LonghaulApp extends LitElement {
  readonly #app = new App();
  readonly #routes = new RouteController(this);
  readonly #settings = new QueryController(this, 'settings', readSettings);
  readonly #start = Promise.all([startLanguage().catch(reportError), loadScreen(this.#routes.route)]);
  readonly #lifetime = new AbortController();
  readonly #title = new WindowTitle(this.#app, this.#lifetime.signal);
  @state() private failure: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    onStoreObstacle(() => this.requestUpdate(), this.#lifetime.signal);
    this.#followKeys(this.#lifetime.signal);
    followTitleBar(this.#lifetime.signal);
    watchPresence(this.#lifetime.signal);
    fingerprintInIdleTime(this.#lifetime.signal);
    void keepStorageInOrder(this.#app.opening, this.#lifetime.signal).catch(reportError);
    readInIdleTime(this.#lifetime.signal);
    showScreensOnRequest(this.#lifetime.signal);
    void purgeLeftovers(this.#lifetime.signal);
    this.addEventListener('removedocuments', (event) => void this.querySelector('undo-toast')?.removeDocuments(event));
    followLaunches(this.#app, () => this.#arrive());
    discardAbandoned().catch(reportError);
    removeOldTemporaryFiles().catch(reportError);
    void this.#noticeFailure();
  }

  #followKeys(signal: AbortSignal): void {
    this.addEventListener('keysrequest', () => void this.#showKeys(), { signal });
    window.addEventListener(
      'keydown',
      (event) => {
        if (!isShortcut(event, '?', this.#settings.value)) return;
        event.preventDefault();
        void this.#showKeys();
      },
      { signal },
    );
  }

  async #noticeFailure(): Promise<void> {
    try {
      await this.#app.opening;
      this.failure = this.#app.workerFailure;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** Nothing is drawn in another language than the person's, nor before its code is there. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.#start;
    await super.scheduleUpdate();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    takeStartFrameAway();
    this.#arrive();
  }

  /** Does what the address asks for beside a screen. */
  #arrive(): void {
    const { addresses, shared, refused, shortcut } = takeStartRequest();
    if (addresses.length > 0) void this.querySelector('address-question')?.ask(addresses);
    if (shared.length + refused.length > 0) sayWhatCame(this.#app, shared, refused).catch(reportError);
    if (shortcut === 'add') this.querySelector('add-transfers')?.focus();
    if (shortcut === 'last') openLastRead(this.#app).catch(reportError);
  }

  protected override updated(): void {
    const { route } = this.#routes;
    this.#title.show(route.screen === 'reader' ? undefined : TITLES[route.screen]());
    const settings = this.#settings.value;
    if (settings) showTheme(settings.theme);
  }

  override render(): TemplateResult {
    const obstacle = storeObstacle();
    if (obstacle) return this.#renderObstacle(obstacle);
    const { route } = this.#routes;
    return html`
      ${route.screen === 'reader' ? this.#renderReader(route.documentId) : this.#renderInShell(route.screen)}
      <undo-toast></undo-toast>
      <transfer-announcer .app=${this.#app}></transfer-announcer>
      <keys-dialog></keys-dialog>
    `;
  }

  /** The newer version that a window is told of may be waiting still. */
  #renderObstacle(obstacle: StoreObstacle): TemplateResult {
    const reload = (event: Event): void => {
      event.preventDefault();
      void this.#app.worker.applyUpdate();
    };
    return html`<start-obstacle .obstacle=${obstacle} @reload=${reload}></start-obstacle>`;
  }

  #renderInShell(screen: Exclude<Route['screen'], 'reader'>): TemplateResult {
    return html`
      <app-shell
        .screen=${screen}
        .failure=${this.failure}
        @signinrequest=${this.#askToSignIn}
        @announce=${({ words }: AnnounceEvent) => this.querySelector('transfer-announcer')?.say(words)}
      >
        <install-button slot="install" .app=${this.#app}></install-button>
        <add-transfers
          slot="add"
          .app=${this.#app}
          .isListShown=${screen === 'library' || screen === 'transfers'}
        ></add-transfers>
        <incoming-files slot="add" .app=${this.#app}></incoming-files>
        <update-offer slot="offer" .worker=${this.#app.worker}></update-offer>
        ${this.#renderScreen(screen)}
      </app-shell>
      <sign-in-dialog .app=${this.#app}></sign-in-dialog>
      <address-question @addresses=${this.#add}></address-question>
      <drop-target .app=${this.#app} @addresses=${this.#add}></drop-target>
    `;
  }

  async #askToSignIn(request: SignInRequestEvent): Promise<void> {
    if (await this.#has(import('./sign-in-dialog.ts'))) await this.querySelector('sign-in-dialog')?.ask(request);
  }

  async #showKeys(): Promise<void> {
    if (await this.#has(import('./keys-dialog.ts'))) await this.querySelector('keys-dialog')?.open();
  }

  /** Whether code is there that few ask for, and that comes when they do; else it is said. */
  async #has(part: Promise<unknown>): Promise<boolean> {
    try {
      await part;
      return true;
    } catch (error) {
      reportError(error);
      this.#app.arrivals.say(missingPartWords);
      return false;
    }
  }

  #add({ text }: AddressesEvent): void {
    const form = this.querySelector('add-transfers');
    if (form) void form.take(text);
    else void this.#addWhileReading(text);
  }

  /** The form is not there: what it would show is said. */
  async #addWhileReading(text: string): Promise<void> {
    const { added, refused } = await this.#app.add(text);
    this.#app.arrivals.say(() => {
      const started = added === 0 ? [] : [startedWords(added)];
      return [...started, ...refused.map((error) => addressWords(error))].join('\n');
    });
  }

  #renderReader(documentId: string): TemplateResult {
    return html`
      <reader-screen .app=${this.#app} .documentId=${documentId}></reader-screen>
      <incoming-files floating .app=${this.#app}></incoming-files>
      <drop-target .app=${this.#app} @addresses=${this.#add}></drop-target>
    `;
  }

  #renderSettings(): TemplateResult {
    if (customElements.get('settings-screen')) return html`<settings-screen .app=${this.#app}></settings-screen>`;
    return html`<p role="alert">${missingPartWords()}</p>`;
  }

  #renderScreen(screen: Exclude<Route['screen'], 'reader'>): TemplateResult {
    switch (screen) {
      case 'library':
        return html`<library-screen .app=${this.#app}></library-screen>`;
      case 'transfers':
        return html`<transfers-screen .app=${this.#app}></transfers-screen>`;
      case 'settings':
        return this.#renderSettings();
      case 'unknown':
        return html`<unknown-screen></unknown-screen>`;
      default:
        return screen satisfies never;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'longhaul-app': LonghaulApp;
  }
}
