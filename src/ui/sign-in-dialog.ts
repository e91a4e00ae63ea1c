import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { msg, str } from '../language/msg.ts';
import type { Challenge } from '../store/task-state.ts';
import { challengeOf } from '../transfer/challenge.ts';
import type { TransferTask } from '../transfer/transfer-task.ts';
import type { App } from './app.ts';
import { dialogStyles } from './dialog-styles.ts';
import { SessionController } from './session-controller.ts';
import { sharedStyles } from './shared-styles.ts';
import type { SignInAnswerEvent, SignInRefusalEvent, SignInRequestEvent } from './sign-in-events.ts';
import './sign-in-form.ts';
import type { SignInForm } from './sign-in-form.ts';

/** How long the dialog waits for what the server says, in ms; after that the transfer's row tells it. */
const PATIENCE = 5_000;

/** Asks a person to sign in, and stays until the server has said yes. Esc leaves the transfer waiting. */
@customElement('sign-in-dialog')
export class SignInDialog extends LitElement {
  static override readonly styles = [
    sharedStyles,
    dialogStyles,
    css`
      dialog {
        inline-size: 30rem;
      }

      /* Its answers stand one below the other there: what has the focus is not behind them. */
      @media (width < 30rem) {
        dialog {
          scroll-padding-block-end: 11rem;
        }
      }

      h2 {
        margin-block-end: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) app: App | undefined;
  /** What is asked; absent while the dialog is closed, so that nothing that was typed stays in the page. */
  @state() private challenge: Challenge | undefined;
  /** `changedAt` of the task's row when the answer was given; absent while the person types. */
  @state() private answeredAt: number | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('sign-in-form') private readonly form!: SignInForm;
  readonly #session = new SessionController(this, () => this.app);
  #request: SignInRequestEvent | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** Opens; does nothing when the task waits for no answer any more. */
  async ask(request: SignInRequestEvent): Promise<void> {
    const challenge = challengeOf(request.task.state);
    if (!challenge) return;
    this.#request = request;
    this.challenge = challenge;
    await this.updateComplete;
    this.dialog.showModal();
    await this.#focusForm();
  }

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="title" @close=${this.#forget}>
        ${this.challenge ? this.#renderQuestion(this.challenge) : nothing}
      </dialog>
    `;
  }

  #renderQuestion(challenge: Challenge): TemplateResult {
    return html`
      <h2 id="title">${msg(str`Sign in to ${new URL(challenge.origin).host}`)}</h2>
      <sign-in-form
        .challenge=${challenge}
        .isChecking=${this.answeredAt !== undefined}
        @signinanswer=${this.#answer}
        @signinrefusal=${this.#refuse}
      ></sign-in-form>
    `;
  }

  protected override updated(): void {
    if (this.answeredAt === undefined) return;
    const task = this.#session.tasks?.find(({ id }) => id === this.#request?.task.id);
    if (task?.row.changedAt !== this.answeredAt) this.#readVerdict(task);
  }

  /** The row tells: the server asks again, the transfer goes on, or its turn has not come yet. */
  #readVerdict(task: TransferTask | undefined): void {
    const again = task && challengeOf(task.state);
    if (again) return void this.#askAgain(again);
    if (task?.state.state !== 'waiting' || task.state.reason !== 'turn') this.#finish();
  }

  async #askAgain(challenge: Challenge): Promise<void> {
    clearTimeout(this.#patience);
    this.answeredAt = undefined;
    this.challenge = challenge;
    await this.updateComplete;
    await this.#focusForm();
  }

  async #focusForm(): Promise<void> {
    await this.form.updateComplete;
    this.form.focus();
  }

  async #answer({ credential, remember }: SignInAnswerEvent): Promise<void> {
    const task = this.#request?.task;
    if (!task) return;
    this.answeredAt = task.row.changedAt;
    this.#patience = setTimeout(() => this.#finish(), PATIENCE);
    await this.app?.session?.answerChallenge(task, credential, { remember });
  }

  async #refuse({ kind }: SignInRefusalEvent): Promise<void> {
    if (kind === 'later' || !this.#request) return this.dialog.close();
    await this.app?.session?.cancelChallenge(this.#request.task);
    this.#finish();
  }

  /** The button that opened the dialog goes, so the focus can't go back to it. */
  #finish(): void {
    this.dialog.close();
    this.#request?.focusAfter?.focus();
  }

  #forget(): void {
    clearTimeout(this.#patience);
    this.answeredAt = undefined;
    this.challenge = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-dialog': SignInDialog;
  }
}
