import { LitElement, type TemplateResult, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { purgeLeftovers } from '../library/removal-offer.ts';
import { readSettings } from '../store/settings.ts';
import { App } from './app.ts';
import './add-transfers.ts';
import './app-shell.ts';
import './library-screen.ts';
import './reader-screen.ts';
import './settings-screen.ts';
import './sign-in-dialog.ts';
import './transfers-screen.ts';
import './undo-toast.ts';
import './unknown-screen.ts';
import './update-offer.ts';
import { fingerprintInIdleTime } from './fingerprints.ts';
import { watchPresence } from './presence.ts';
import { QueryController } from './query-controller.ts';
import { readInIdleTime } from './read-in-idle-time.ts';
import type { Route } from './route.ts';
import { RouteController } from './route-controller.ts';
import type { SignInRequestEvent } from './sign-in-events.ts';
import { keepStorageInOrder } from './storage-upkeep.ts';
import { showScreensOnRequest } from './worker-messages.ts';

const TITLES: Readonly<Record<Route['screen'], string>> = {
  library: 'Library',
  transfers: 'Transfers',
  settings: 'Settings',
  reader: 'Reader',
  unknown: 'Not found',
};

/** The whole app. In the light DOM, because pdf.js' pages must not stand in a shadow root. */
@customElement('longhaul-app')
export class LonghaulApp extends LitElement {
  readonly #app = new App();
  readonly #routes = new RouteController(this);
  readonly #settings = new QueryController(this, 'settings', readSettings);
  readonly #lifetime = new AbortController();
  @state() private failure: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    watchPresence(this.#lifetime.signal);
    fingerprintInIdleTime(this.#lifetime.signal);
    void keepStorageInOrder(this.#app.opening, this.#lifetime.signal).catch(reportError);
    readInIdleTime(this.#lifetime.signal);
    showScreensOnRequest(this.#lifetime.signal);
    void purgeLeftovers(this.#lifetime.signal);
    this.addEventListener('removedocuments', (event) => void this.querySelector('undo-toast')?.removeDocuments(event));
    this.#app.opening.catch((error: unknown) => {
      this.failure = error instanceof Error ? error.message : String(error);
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    const { route } = this.#routes;
    if (route.screen !== 'reader') document.title = `${TITLES[route.screen]} · Longhaul`;
    const theme = this.#settings.value?.theme ?? 'system';
    document.documentElement.dataset['theme'] = theme;
  }

  override render(): TemplateResult {
    const { route } = this.#routes;
    return html`
      ${route.screen === 'reader' ? this.#renderReader(route.documentId) : this.#renderInShell(route.screen)}
      <undo-toast></undo-toast>
    `;
  }

  #renderInShell(screen: Exclude<Route['screen'], 'reader'>): TemplateResult {
    return html`
      <app-shell .screen=${screen} .failure=${this.failure} @signinrequest=${this.#askToSignIn}>
        <add-transfers slot="add" .app=${this.#app}></add-transfers>
        <update-offer slot="offer" .worker=${this.#app.worker}></update-offer>
        ${this.#renderScreen(screen)}
      </app-shell>
      <sign-in-dialog .app=${this.#app}></sign-in-dialog>
    `;
  }

  #askToSignIn(request: SignInRequestEvent): void {
    void this.querySelector('sign-in-dialog')?.ask(request);
  }

  #renderReader(documentId: string): TemplateResult {
    return html`<reader-screen .app=${this.#app} .documentId=${documentId}></reader-screen>`;
  }

  #renderScreen(screen: Exclude<Route['screen'], 'reader'>): TemplateResult {
    switch (screen) {
      case 'library':
        return html`<library-screen .app=${this.#app}></library-screen>`;
      case 'transfers':
        return html`<transfers-screen .app=${this.#app}></transfers-screen>`;
      case 'settings':
        return html`<settings-screen .app=${this.#app}></settings-screen>`;
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
