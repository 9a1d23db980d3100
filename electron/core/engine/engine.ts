// The application without its surroundings: holds the one state, runs rounds, fans out. No electron in here.
import { DEFAULT_CHOICES } from '../../../shared/domain/default-settings';
import type { Notice } from '../../../shared/schema/activity';
import type { Choices } from '../../../shared/schema/settings';
import type { AppState } from '../../../shared/schema/app-state';
import type { Wallet } from '../../../shared/schema/wallet';
import { brokenOff } from './failed-round';
import { chosen, adopted } from './change-settings';
import { loadActivity, loadModel, keepRound, keepSettings, tellNotice, type Leavings } from './persistence';
import { emptyModel, type Model, type Booking } from '../state/model';
import { readNews } from '../polling/daily-updates';
import type { World } from '../ports/world';
import { drawnNear, dueWallets } from '../polling/scheduler';
import { askWallets } from '../polling/poll-due-wallets';
import { bookRound } from '../polling/round';
import { withoutBug } from '../state/issues';
import { staleAfter, WAKE_MS } from '../polling/backoff';
import { Outlet, worldState } from './outputs';

export class App {
  #model: Model;
  #round: Promise<void> | null = null;
  /** The wallets that the running round asks. */
  #asked: readonly Wallet[] = [];
  readonly #outlet: Outlet;
  #isAbandoned = false;

  constructor(readonly world: World) {
    this.#outlet = new Outlet(world);
    this.#model = emptyModel(world.profile, staleAfter(DEFAULT_CHOICES.hiddenIntervalMs));
  }

  get model(): Model {
    return this.#model;
  }

  get state(): AppState {
    return worldState(this.#model, this.world);
  }

  /** Reads the files and draws the last known total, before any request. */
  async load(): Promise<void> {
    this.#model = await loadModel(this.#model, this.world);
    this.#outlet.draw(this.#model);
    this.#book(await loadActivity(this.#model, this.world));
  }

  /** The timer's call: polls what is due, draws anew (a part may have turned stale), sets the timer again. */
  tick(): void {
    if (this.#outlet.isClosed) return;
    this.#model = this.#outlet.afterNetwork(this.#model);
    this.#outlet.draw(this.#model);
    if (dueWallets(this.#model, this.world.clock.now(), false).length > 0) void this.#startRound(false);
    else this.#outlet.wait(this.#model);
  }

  /**
   * Polls every wallet now, even those that wait for new settings; what a running round asks is not asked twice.
   * Resolves when the round is booked.
   */
  async refresh(): Promise<void> {
    const wallets = this.#model.settings.wallets.filter(wallet => !wallet.isPaused);
    if (this.#round && !wallets.every(wallet => this.#asked.includes(wallet))) await this.#round;
    await this.#startRound(true);
  }

  /** The computer woke up, or the network came back: what is overdue is asked soon. */
  wake(): void {
    this.world.wakeIn(WAKE_MS);
  }

  /** Somebody looks, or looks away: polls due later than the new interval allows are drawn near. */
  attentionChanged(): void {
    this.learn(model => drawnNear(model, this.world));
  }

  async choose(change: Partial<Choices>): Promise<void> {
    await this.adopt(chosen(this.#model, change, this.world));
    this.attentionChanged();
  }

  /** Takes over a model with other settings: keeps them on disk, draws, and polls what became due. */
  async adopt(next: Model): Promise<void> {
    this.#model = adopted(this.#model, next);
    this.learn(await keepSettings(next, this.world));
  }

  /** No more rounds and drawings, whoever asks; resolves when the running round is booked. */
  async stop(): Promise<void> {
    this.#outlet.close();
    await this.#round;
  }

  /** What a round that is still on its way brings is not wanted any more: others write these files by now. */
  abandon(): void {
    this.#isAbandoned = true;
  }

  /** One round at a time: a call during one joins it. */
  #startRound(isForced: boolean): Promise<void> {
    if (this.#outlet.isClosed) return this.#round ?? Promise.resolve();
    this.#round ??= this.#runRound(isForced)
      .catch((bug: unknown) => this.#book(brokenOff(this.#asked, bug, this.world)))
      .finally(() => {
        this.#round = null;
        this.#model = { ...this.#model, isRefreshing: false };
        this.#outlet.draw(this.#model);
        this.#outlet.wait(this.#model);
        this.world.tidy?.();
      });
    return this.#round;
  }

  async #runRound(isForced: boolean): Promise<void> {
    this.#asked = dueWallets(this.#model, this.world.clock.now(), isForced);
    if (this.#asked.length === 0) return;
    this.#model = { ...this.#model, isRefreshing: true };
    this.#outlet.draw(this.#model);
    const polled = await askWallets(this.#asked, this.#model, this.world);
    if (this.#isAbandoned) return;
    const { model, notice, point, entries } = bookRound(this.#model, polled, this.world);
    this.#model = withoutBug({ ...model, isRefreshing: false });
    this.#outlet.draw(this.#model);
    // First on disk, then told: a crash between the two must not tell it again.
    await this.save({ point, entries });
    if (notice) void this.tell(notice);
    this.#book(await readNews(this.#model, polled, this.world));
  }

  /** Writes the last snapshot, and what a round left. */
  async save(left: Leavings = { point: null, entries: [] }): Promise<void> {
    this.#book(await keepRound(this.#model, left, this.world));
  }

  /** Not awaited by rounds: a desktop may take its time. */
  async tell(notice: Notice): Promise<void> {
    this.#book(await tellNotice(notice, this.world));
    this.#outlet.draw(this.#model);
  }

  /** Something outside healed, or somebody looks. */
  learn(booking: Booking): void {
    this.#book(booking);
    this.tick();
  }

  /** To the model of the moment: it may have changed while the disk was busy. */
  #book(booking: Booking): void {
    this.#model = booking(this.#model);
  }
}
