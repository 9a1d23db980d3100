// Builds the state updates for the window: the first one is complete, later ones contain only the differences.
import { pushOf } from '../../shared/ipc/state-push';
import type { AppState } from '../../shared/schema/app-state';

export class StatePushes {
  #lastSent: AppState | null = null;
  #revision = 0;

  /** The next push as JSON text, by which it crosses the bridge at the least cost. */
  next(state: AppState): string {
    this.#revision++;
    const push = pushOf(this.#lastSent, state, this.#revision);
    this.#lastSent = state;
    return JSON.stringify(push);
  }

  /** The page has gone, or has read a whole state by itself: what it has is not what was sent last. */
  forget(): void {
    this.#lastSent = null;
  }
}
