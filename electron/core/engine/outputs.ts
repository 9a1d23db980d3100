// Outputs: after each change of the model, draws all surfaces and sets the timer; does nothing after it was closed.
import { internalErrorIdOf } from '../../../shared/domain/failure';
import { setLanguage } from '../../../shared/domain/language';
import type { AppState } from '../../../shared/schema/app-state';
import type { Model } from '../state/model';
import { stateOf } from '../state/app-state';
import { retrySoon } from '../polling/network-recovery';
import { nextTickInMs } from '../polling/scheduler';
import type { World } from '../ports/world';

export class Outputs {
  #isClosed = false;
  #networkFingerprint: string | null = null;

  constructor(readonly world: World) {}

  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
    this.world.scheduleTick(null);
  }

  /** A surface that cannot be drawn must not end the polling. */
  draw(model: Model): void {
    if (this.#isClosed) return;
    try {
      const state = worldState(model, this.world);
      setLanguage(state.language);
      this.world.surfaces.draw(state);
    } catch (internalError) {
      this.world.log('error', `a drawing failed [bug ${internalErrorIdOf(internalError)}]`, internalError);
    }
  }

  /**
   * Called at each tick: when the network is back or changed, wallets that failed because of it are polled soon. A
   * check that fails does not end the polling.
   */
  withNetworkChange(model: Model): Model {
    const before = this.#networkFingerprint;
    this.#networkFingerprint = this.#readNetwork() ?? before;
    const isChanged = before !== null && before !== this.#networkFingerprint;
    return isChanged ? retrySoon(model, this.world.clock.now()) : model;
  }

  /** Null: the system does not say. A sandboxed package may not be allowed to list the network interfaces. */
  #readNetwork(): string | null {
    try {
      return this.world.networkFingerprint?.() ?? null;
    } catch {
      return null;
    }
  }

  scheduleNextTick(model: Model): void {
    if (!this.#isClosed) this.world.scheduleTick(nextTickInMs(model, this.world.clock.now()));
  }
}

/** The state to draw, including the issues of the surfaces themselves. */
export function worldState(model: Model, world: World): AppState {
  const { chains, clock, preferredLanguages, surfaces, profileName } = world;
  const state = stateOf(model, chains, clock.now(), preferredLanguages);
  const others = surfaces.issues?.() ?? [];
  const isNew = (code: string) => state.issues.every(issue => issue.code !== code);
  const named = profileName ? { profileName } : {};
  const still = clock.isFixed ? { stillAt: clock.now() } : {};
  return {
    ...state,
    ...named,
    ...still,
    issues: [...state.issues, ...others.filter(({ code }) => isNew(code))]
  };
}
