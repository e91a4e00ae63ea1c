import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { msg } from '../language/msg.ts';
import { type Route, pathTo } from './route.ts';
import { sharedStyles } from './shared-styles.ts';
import { wordmark } from './wordmark.ts';

const LINKS = [
  { screen: 'library', text: () => msg('Library') },
  { screen: 'transfers', text: () => msg('Transfers') },
  { screen: 'settings', text: () => msg('Settings') },
] as const;

/**
 * The frame around every screen but the reader.
 *
 * @slot install - a button, where there is room for it
 * @slot add - the form that takes addresses
 * @slot offer - what the app itself has to say
 * @slot - the screen
 */
@customElement('app-shell')
export class AppShell extends LitElement {
  static override readonly styles = [
    sharedStyles,
    css`
      :host {
        min-block-size: 100dvh;
      }

      /* So that the bar can stay while the form beneath it scrolls. */
      header {
        display: contents;
      }

      .title-bar,
      .adding {
        background: var(--bar-ground);
      }

      .title-bar {
        position: var(--bar-position);
        inset-block-start: 0;
        z-index: 10;
        box-shadow: 0 1px 0 var(--bar-edge);
      }

      /* Chromium takes no var() here, and is the only one with title bars like that. */
      :host-context([data-title-bar]) .title-bar {
        app-region: drag;
      }

      .title-bar :is(a, button),
      .skip {
        app-region: no-drag;
      }

      .adding {
        border-block-end: 1px solid var(--line);
      }

      .bar,
      .add,
      main,
      .failure {
        max-inline-size: var(--measure);
        margin-inline: auto;
        padding-inline: max(var(--space-3), env(safe-area-inset-left));
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        column-gap: var(--space-4);
        padding-block: var(--space-2);
        /* Clear of the window's buttons. In a wide window the bar ends before them. */
        --beside: max(0px, (100% - var(--measure)) / 2);
        padding-left: max(var(--space-3), env(safe-area-inset-left), var(--buttons-left) - var(--beside));
        padding-right: max(var(--space-3), env(safe-area-inset-right), var(--buttons-right) - var(--beside));
      }

      .home {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--ink);
        font: 600 1.25rem/1 var(--face-display);
        letter-spacing: -0.01em;
        text-decoration: none;
        min-block-size: 2.5rem;
      }

      .home svg {
        inline-size: 1.75rem;
        block-size: 1.75rem;
      }

      nav ul {
        display: flex;
        gap: var(--space-3);
      }

      nav a {
        display: inline-flex;
        align-items: center;
        min-block-size: 2.5rem;
        border-block-end: 2px solid transparent;
        color: var(--ink-soft);
        font-size: var(--text-m);
        font-weight: 500;
        text-decoration: none;
      }

      nav a:hover {
        color: var(--ink);
      }

      nav a[aria-current] {
        border-block-end-color: var(--accent);
        color: var(--ink);
      }

      @media (forced-colors: active) {
        nav a {
          border-block-end-color: Canvas;
        }

        nav a[aria-current] {
          border-block-end-color: Highlight;
        }
      }

      .skip {
        position: fixed;
        inset-block-start: calc(var(--title-bar-height) + var(--space-2));
        inset-inline-start: var(--space-2);
        z-index: 20;
      }

      .skip:not(:focus) {
        inset-block-start: -100%;
      }

      main:focus {
        outline: none;
      }

      /* The button comes late: the links beside it stay where they are. */
      .home {
        margin-inline-end: auto;
      }

      /* Settings has it, too. */
      @media (max-width: 39.99rem) {
        slot[name='install'] {
          display: none;
        }
      }

      .add {
        padding-block: var(--space-2) var(--space-3);
      }

      main {
        padding-block: var(--space-5) var(--space-6);
      }

      .failure {
        padding-block: var(--space-3);
        color: var(--bad);
      }
    `,
  ];

  @property({ attribute: false }) screen: Route['screen'] = 'library';
  /** Why the app has no worker, in a developer's words. */
  @property({ attribute: false }) failure: string | undefined;

  @query('main') private readonly content!: HTMLElement;
  @query('.title-bar') private readonly titleBar!: HTMLElement;
  readonly #sizes = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--bar-height', `${this.titleBar.offsetHeight}px`);
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override updated(): void {
    this.#sizes.observe(this.titleBar); // Once, however often.
  }

  override render(): TemplateResult {
    return html`
      <button class="skip" @click=${() => this.content.focus()}>${msg('Skip to content')}</button>
      <header>
        <div class="title-bar">
          <div class="bar">
            <a class="home" href=${pathTo({ screen: 'library' })} aria-label=${msg('Longhaul home')}
              >${wordmark} Longhaul</a
            >
            <slot name="install"></slot>
            <nav aria-label=${msg('Main')}>
              <ul>
                ${LINKS.map(({ screen, text }) => this.#renderLink(screen, text()))}
              </ul>
            </nav>
          </div>
        </div>
        <div class="adding">
          <div class="add"><slot name="add"></slot></div>
        </div>
      </header>
      ${this.failure === undefined ? nothing : this.#renderFailure(this.failure)}
      <main tabindex="-1"><slot></slot></main>
      <slot name="offer"></slot>
    `;
  }

  #renderLink(screen: (typeof LINKS)[number]['screen'], text: string): TemplateResult {
    const isCurrent = screen === this.screen;
    return html`<li><a href=${pathTo({ screen })} aria-current=${isCurrent ? 'page' : nothing}>${text}</a></li>`;
  }

  #renderFailure(failure: string): TemplateResult {
    return html`
      <p class="failure" role="alert">
        ${msg(
          'A part of Longhaul could not be started: until it is, downloads go on only while this window is open, and nothing opens without a network. Reload to try again.',
        )}
        <span class="small">(${failure})</span>
      </p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'app-shell': AppShell;
  }
}
