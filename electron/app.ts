// The application without its surroundings: holds the one state, runs rounds, fans out. No electron in here.
import { DEFAULT_CHOICES } from '../shared/default-settings';
import type { Choices } from '../shared/settings';
import type { AppState, Trouble } from '../shared/state';
import { loadModel } from './core/load';
import { emptyModel, nextDueAt, stateOf, type Model } from './core/model';
import { nextStaleAt } from './core/parts';
import type { World } from './core/ports';
import { askWallets, drawnNear, dueWallets } from './core/rota';
import { bookRound } from './core/round';
import { staleAfter } from './core/schedule';

const MOST_NOTICES = 50;
/** A round due within this time is started at once when somebody begins to look. */
const WAKE_MS = 2000;

export class App {
  #model: Model;
  #round: Promise<void> | null = null;
  #isStopped = false;

  constructor(readonly world: World) {
    this.#model = emptyModel(world.profile, staleAfter(DEFAULT_CHOICES.hiddenIntervalMs));
  }

  get model(): Model {
    return this.#model;
  }

  get state(): AppState {
    return stateOf(this.#model, this.world.chains, this.world.clock.now());
  }

  /** Reads the files and draws the last known total, before any request. */
  async load(): Promise<void> {
    this.#model = await loadModel(this.#model, this.world);
    this.#draw();
  }

  /** The timer's call: polls what is due, draws anew (a part may have turned stale), sets the timer again. */
  tick(): void {
    this.#draw();
    if (dueWallets(this.#model, this.world.clock.now(), false).length > 0) void this.#startRound(false);
    else this.#setTimer();
  }

  /** Polls every wallet now, even those that wait for new settings. Resolves when the round is booked. */
  async refresh(): Promise<void> {
    await this.#startRound(true);
  }

  /** The computer woke up, or the network came back: what is overdue is asked soon. */
  wake(): void {
    this.world.wakeIn(WAKE_MS);
  }

  /** Somebody looks, or looks away: polls due later than the new interval allows are drawn near. */
  attentionChanged(): void {
    this.#model = drawnNear(this.#model, this.world);
    this.tick();
  }

  async choose(change: Partial<Choices>): Promise<void> {
    const { settings } = this.#model;
    await this.adopt({
      ...this.#model,
      settings: { ...settings, choices: { ...settings.choices, ...change } }
    });
    this.attentionChanged();
  }

  /** Takes over a model with other settings: keeps them on disk, draws, and polls what became due. */
  async adopt(next: Model): Promise<void> {
    this.#model = next;
    try {
      await this.world.settings.write(next.settings);
    } catch (thrown) {
      this.#trouble({ code: 'cannot-save', file: 'config.json' }, thrown);
    }
    this.tick();
  }

  /** No more rounds and drawings; resolves when the running round is booked. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.world.wakeIn(null);
    await this.#round;
  }

  /** One round at a time: a call during one joins it. */
  #startRound(isForced: boolean): Promise<void> {
    this.#round ??= this.#runRound(isForced)
      .catch((bug: unknown) => this.world.log('error', 'a round broke off', bug))
      .finally(() => {
        this.#round = null;
        this.#model = { ...this.#model, isRefreshing: false };
        this.#draw();
        this.#setTimer();
      });
    return this.#round;
  }

  async #runRound(isForced: boolean): Promise<void> {
    const due = dueWallets(this.#model, this.world.clock.now(), isForced);
    if (due.length === 0) return;
    this.#model = { ...this.#model, isRefreshing: true };
    this.#draw();
    const polled = await askWallets(due, this.#model, this.world);
    const booked = bookRound(this.#model, polled, this.world);
    this.#model = booked.model;
    if (booked.notice) {
      this.#model = {
        ...booked.model,
        notices: [booked.notice, ...booked.model.notices].slice(0, MOST_NOTICES)
      };
      this.world.surfaces.tell(booked.notice);
    }
    await this.save(booked.point);
  }

  /** Writes the last snapshot, and the round's point when there is one. */
  async save(point: Model['points'][number] | null): Promise<void> {
    const { snapshots, staleAfterMs } = this.#model;
    const savedAt = this.world.clock.now();
    try {
      await this.world.snapshots.write({ version: 1, savedAt, staleAfterMs, wallets: [...snapshots] });
      if (point) await this.world.history.append(point);
    } catch (thrown) {
      this.#trouble({ code: 'cannot-save', file: 'snapshot.json' }, thrown);
    }
  }

  #trouble(trouble: Trouble, cause: unknown): void {
    this.world.log('error', trouble.code, cause);
    const others = this.#model.troubles.filter(
      ({ code, file }) => code !== trouble.code || file !== trouble.file
    );
    this.#model = { ...this.#model, troubles: [...others, trouble] };
  }

  #draw(): void {
    if (!this.#isStopped) this.world.surfaces.draw(this.state);
  }

  #setTimer(): void {
    if (this.#isStopped) return;
    const now = this.world.clock.now();
    const { snapshots, staleAfterMs } = this.#model;
    const moments = [nextDueAt(this.#model), nextStaleAt(snapshots, now, staleAfterMs)].filter(
      at => at !== null
    );
    this.world.wakeIn(moments.length === 0 ? null : Math.max(0, Math.min(...moments) - now));
  }
}
