// Outputs: after each change of the model, draws all surfaces and sets the timer; does nothing after it was closed.
import { internalErrorIdOf } from '../../../shared/domain/failure';
import { setLanguage } from '../../../shared/domain/language';
import type { AppState } from '../../../shared/schema/app-state';
import type { Model } from '../state/model';
import { groupById } from '../groups/groups';
import { stateOf } from '../state/app-state';
import { modelInGroup } from '../state/group-model';
import { isAboutWriting } from '../state/issues';
import { retrySoon } from '../polling/network-recovery';
import { nextTickInMs } from '../polling/scheduler';
import type { BelievedState, World } from '../ports/world';

type DrawnState = Omit<BelievedState, 'isStored'>;

export class Outputs {
  #isClosed = false;
  #networkFingerprint: string | null = null;
  #areAnswersHidden = false;
  /** What was drawn while the files do not have it yet. */
  #unsaved: DrawnState | null = null;

  constructor(readonly world: World) {}

  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
    this.world.scheduleTick(null);
  }

  /**
   * A surface that cannot be drawn must not end the polling. `isUnsaved`: the files follow, and `layAnswers` after them.
   */
  draw(model: Model, { isUnsaved = false } = {}): void {
    if (this.#isClosed) return;
    try {
      const state = worldState(model, this.world);
      const glance = glanceState(model, state, this.world);
      setLanguage(state.language);
      // What other programs read is hidden before anything is seen to be; otherwise what people see comes first.
      const drawn = this.#drawnState(model, state);
      const isFirst = state.choices.isHidden && !this.#areAnswersHidden;
      if (isFirst) this.#lay(model, drawn);
      this.world.surfaces.draw(state, glance);
      if (isUnsaved) this.#unsaved = drawn;
      else if (!isFirst) this.#lay(model, drawn);
    } catch (internalError) {
      this.world.log('error', `a drawing failed [bug ${internalErrorIdOf(internalError)}]`, internalError);
    }
  }

  /** The files have what was drawn last: other programs may read it. */
  layAnswers(model: Model): void {
    if (!this.#isClosed && this.#unsaved) this.#lay(model, this.#unsaved);
  }

  /** The end has choices of its own to save, and settings that are written take the answers away: they still hold. */
  layAtEnd(model: Model): void {
    if (!this.#isClosed) return;
    this.#lay(model, this.#drawnState(model, worldState(model, this.world)));
  }

  #drawnState(model: Model, { portfolio }: AppState): DrawnState {
    const { settings, snapshots, verification, staleAfterMs, points } = model;
    const { chains, clock } = this.world;
    return { settings, snapshots, verification, staleAfterMs, points, portfolio, chains, now: clock.now() };
  }

  #lay(model: Model, drawn: DrawnState): void {
    this.#unsaved = null;
    // Until the files are read, the answers of the last session hold.
    if (!model.isLoaded) return;
    this.#areAnswersHidden = drawn.settings.choices.isHidden;
    const isStored = !model.issues.some(({ code, file }) => isAboutWriting({ code, file }, file ?? ''));
    this.world.answers?.lay({ ...drawn, isStored });
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

/** What tray and popover show: the same, or one group of wallets. */
export function glanceState(model: Model, state: AppState, world: World): AppState {
  const group = groupById(model.settings, model.settings.choices.trayGroup);
  if (!group) return state;
  const { id, name } = group;
  return { ...worldState(modelInGroup(model, group), world), phase: state.phase, group: { id, name } };
}
