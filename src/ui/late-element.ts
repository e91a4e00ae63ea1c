import { LitElement } from 'lit';

/** Draws nothing before it is known what: what changes its size later pushes down what is read already. */
export abstract class LateElement extends LitElement {
  /** Settles when it is known, or can't be. */
  protected abstract get known(): Promise<unknown> | undefined;

  protected override async scheduleUpdate(): Promise<void> {
    await this.known;
    await super.scheduleUpdate();
  }
}
