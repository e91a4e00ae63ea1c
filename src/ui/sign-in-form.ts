import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import type { Challenge } from '../store/task-state.ts';
import type { Credential } from '../transfer/credentials.ts';
import { choiceStyles } from './choice-styles.ts';
import { answersStyles } from './dialog-styles.ts';
import { sharedStyles } from './shared-styles.ts';
import { SignInAnswerEvent, SignInRefusalEvent } from './sign-in-events.ts';
import { signInStyles } from './sign-in-styles.ts';
import { cleanToken, refusalWords, unsendableWords } from './sign-in-words.ts';

type Kind = Challenge['scheme'];

/**
 * The question that a server asks: user and password, or a token, and whether to remember it.
 *
 * @fires {SignInAnswerEvent} signinanswer - the person has typed something that can be sent
 * @fires {SignInRefusalEvent} signinrefusal - the person does not sign in, now or at all
 */
@customElement('sign-in-form')
export class SignInForm extends LitElement {
  static override readonly styles = [sharedStyles, choiceStyles, signInStyles, answersStyles];

  @property({ attribute: false }) challenge: Challenge | undefined;
  /** The server has the answer and has said nothing yet. */
  @property({ attribute: false }) isChecking = false;
  @state() private chosen: Kind | undefined;
  @state() private mistake = '';
  @query('.field input') private readonly field!: HTMLInputElement;
  @query('.field input[type="password"]') private readonly secret!: HTMLInputElement;
  @query('[type="checkbox"]') private readonly remember!: HTMLInputElement;

  /** Puts the cursor where the person has to type: into what was wrong, else into the first field. */
  override focus(): void {
    const field = this.challenge?.isRepeated === true ? this.secret : this.field;
    field.focus();
    field.select();
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.challenge) return nothing;
    const { origin, realm } = this.challenge;
    return html`
      <form novalidate @submit=${this.#submit}>
        <p class="soft">
          ${realm === '' ? nothing : msg(str`It asks for “${realm}”.`)}
          ${msg(str`What you type goes to ${origin} and nowhere else.`)}
        </p>
        ${this.#renderKinds()} ${this.#kind === 'basic' ? this.#renderUser() : this.#renderToken()}
        <p class="problem" role="alert" id="problem">${this.mistake || refusalWords(this.challenge)}</p>
        ${this.#renderRemember()} ${this.#renderButtons()}
      </form>
    `;
  }

  get #kind(): Kind {
    return this.chosen ?? this.challenge?.scheme ?? 'basic';
  }

  #renderKinds(): TemplateResult {
    const renderKind = (kind: Kind, text: string): TemplateResult => html`
      <label>
        <input type="radio" name="kind" .checked=${this.#kind === kind} @change=${() => this.#choose(kind)} /> ${text}
      </label>
    `;
    return html`
      <fieldset>
        <legend class="visually-hidden">${msg('Sign in with')}</legend>
        ${renderKind('basic', msg('User and password'))} ${renderKind('bearer', msg('Token'))}
      </fieldset>
    `;
  }

  #renderUser(): TemplateResult {
    return html`
      <label class="field">
        ${msg('User')}
        <input
          name="user"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          aria-required="true"
          aria-describedby="problem"
        />
      </label>
      <label class="field">
        ${msg('Password')}
        <input name="password" type="password" autocomplete="current-password" aria-describedby="problem" />
      </label>
    `;
  }

  #renderToken(): TemplateResult {
    return html`
      <label class="field">
        ${msg('Token')}
        <input name="token" type="password" autocomplete="off" aria-required="true" aria-describedby="problem" />
      </label>
    `;
  }

  #renderRemember(): TemplateResult {
    return html`
      <div>
        <label> <input type="checkbox" aria-describedby="remembered" /> ${msg('Remember on this device')} </label>
        <p class="soft small" id="remembered">
          ${msg(
            'Encrypted in this browser, until you remove it in Settings. Otherwise it is forgotten when this window closes, and a download that needs it again waits for you.',
          )}
        </p>
      </div>
    `;
  }

  #renderButtons(): TemplateResult {
    const refuse = (kind: SignInRefusalEvent['kind']) => () => this.dispatchEvent(new SignInRefusalEvent(kind));
    return html`
      <div class="buttons">
        <button type="button" class="quiet" ?disabled=${this.isChecking} @click=${refuse('cancel')}>
          ${msg('Cancel download')}
        </button>
        <button type="button" @click=${refuse('later')}>${msg('Not now')}</button>
        <button class="primary" aria-disabled=${this.isChecking ? 'true' : nothing}>
          ${this.isChecking ? msg('Signing in…') : msg('Sign in')}
        </button>
      </div>
    `;
  }

  #choose(kind: Kind): void {
    this.chosen = kind;
    this.mistake = '';
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isChecking) return;
    const answer = this.#readAnswer();
    this.mistake = unsendableWords(answer);
    if (this.mistake === '') this.dispatchEvent(new SignInAnswerEvent(answer, this.remember.checked));
    else this.field.focus();
  }

  #readAnswer(): Credential {
    if (this.#kind === 'bearer') return { token: cleanToken(this.secret.value) };
    return { user: this.field.value.trim(), password: this.secret.value };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-form': SignInForm;
  }
}
