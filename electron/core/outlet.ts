// What follows from every change of the model: all surfaces are drawn anew, the one timer is set; nothing any more once closed.
import { speak } from '../../shared/language';
import { stateOf, type Model } from './model';
import { nextTickIn } from './rota';
import type { World } from './world';

export class Outlet {
  #isClosed = false;

  constructor(readonly world: World) {}

  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
    this.world.wakeIn(null);
  }

  /** A drawing that fails must not end the polling. */
  draw(model: Model): void {
    if (this.#isClosed) return;
    try {
      const { chains, clock, preferredLanguages, surfaces } = this.world;
      const state = stateOf(model, chains, clock.now(), preferredLanguages);
      speak(state.language);
      surfaces.draw(state);
    } catch (bug) {
      this.world.log('error', 'a drawing failed', bug);
    }
  }

  wait(model: Model): void {
    if (!this.#isClosed) this.world.wakeIn(nextTickIn(model, this.world.clock.now()));
  }
}
