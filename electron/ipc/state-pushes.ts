// Builds the state updates for the window: the first one is complete, later ones contain only the differences.
import { pushOf } from '../../shared/ipc/state-push';
import type { AppState } from '../../shared/schema/app-state';

export class StatePushes {
  #lastSent: AppState | null = null;
  #revision = 0;

  /** Gives the next push as JSON text, the cheapest form to cross the bridge. */
  next(state: AppState): string {
    this.#revision++;
    const push = pushOf(this.#lastSent, state, this.#revision);
    this.#lastSent = state;
    return JSON.stringify(push);
  }

  /** The page has gone, or has read a complete state by itself: its state is no longer the one that was sent last. */
  forget(): void {
    this.#lastSent = null;
  }
}
