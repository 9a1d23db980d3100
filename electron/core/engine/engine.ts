// Engine: holds the model, runs poll rounds, saves the results and updates all surfaces. Without electron.
import { DEFAULT_CHOICES } from '../../../shared/domain/default-settings';
import type { Notification } from '../../../shared/schema/activity';
import type { Choices } from '../../../shared/schema/settings';
import type { AppState } from '../../../shared/schema/app-state';
import type { Wallet } from '../../../shared/schema/wallet';
import { failedLookUpdate, failedRoundUpdate } from './failed-round';
import { applyChoices, adoptSettings, persistSettings } from './change-settings';
import { decidedPoint } from './decided-point';
import {
  loadActivity,
  loadModel,
  persistPoint,
  persistRound,
  deliverNotification,
  type RoundRecord
} from './persistence';
import { emptyModel, type Model, type ModelUpdate } from '../state/model';
import { readDailyUpdates, readUnknownChains } from '../polling/daily-updates';
import type { World } from '../ports/world';
import type { Polled } from '../snapshots/poll-outcome';
import { dueLooks, withLooksBegun, withLooksEnded, withLooksTaken, type Look } from '../polling/looks';
import { bringPollsForward, dueWallets, withSleep } from '../polling/scheduler';
import { pollDueWallets, pollLooks } from '../polling/poll-due-wallets';
import { PastPrices } from '../polling/past-prices';
import { applyRound, withPoint } from '../polling/round';
import { sourcesToAsk } from '../polling/transfer-sources';
import { withoutInternalError } from '../state/issues';
import { WAKE_DELAY_MS } from '../polling/backoff';
import { staleAfter } from '../snapshots/staleness';
import { glanceState, Outputs, worldState } from './outputs';

export class Engine {
  #model: Model;
  #round: Promise<void> | null = null;
  /** The wallets that the running round polls. */
  #polledWallets: readonly Wallet[] = [];
  /** The looks under way: they run beside a round, which never waits for them. */
  readonly #looks = new Set<Promise<void>>();
  readonly #outputs: Outputs;
  #isAbandoned = false;
  readonly #pastPrices: PastPrices;

  constructor(readonly world: World) {
    this.#outputs = new Outputs(world);
    this.#pastPrices = new PastPrices(world, {
      model: () => this.#model,
      isBusy: () => this.#outputs.isClosed || this.#round !== null || this.#looks.size > 0,
      isAbandoned: () => this.#isAbandoned,
      update: change => {
        this.#apply(change);
        this.#outputs.draw(this.#model);
      }
    });
    this.#model = emptyModel(world.profile, staleAfter(DEFAULT_CHOICES.hiddenIntervalMs));
  }

  get model(): Model {
    return this.#model;
  }

  get state(): AppState {
    return worldState(this.#model, this.world);
  }

  /** What tray and popover show. */
  get glance(): AppState {
    return glanceState(this.#model, this.state, this.world);
  }

  /** Reads the files and draws the last known total, before any request. */
  async load(): Promise<void> {
    this.#model = await loadModel(this.#model, this.world);
    this.#outputs.draw(this.#model);
    this.#apply(await loadActivity(this.#model, this.world));
    await this.#pastPrices.load();
  }

  /**
   * Called by the timer: draws again (a part may have turned stale), takes due looks, polls due wallets, and sets the
   * timer again.
   */
  tick(): void {
    if (this.#outputs.isClosed) return;
    this.#model = withSleep(this.#outputs.withNetworkChange(this.#model), this.world.clock.now());
    this.#outputs.draw(this.#model);
    this.#startLooks();
    if (dueWallets(this.#model, this.world.clock.now(), false).length > 0) void this.#startRound(false);
    else this.#outputs.scheduleNextTick(this.#model);
  }

  /**
   * Polls every wallet now, even those that wait for new settings; wallets of a running round are not polled twice.
   * Resolves when the round is applied.
   */
  async refresh(): Promise<void> {
    const wallets = this.#model.settings.wallets.filter(wallet => !wallet.isPaused);
    if (this.#round && !wallets.every(wallet => this.#polledWallets.includes(wallet))) await this.#round;
    await this.#startRound(true);
  }

  /** The computer woke up, or the network came back: overdue wallets are polled soon. */
  wake(): void {
    this.world.scheduleTick(WAKE_DELAY_MS);
  }

  /** The attention of the user changed: polls that are due later than the new interval allows are brought forward. */
  attentionChanged(): void {
    this.applyUpdate(model => bringPollsForward(model, this.world));
  }

  async choose(change: Partial<Choices>): Promise<void> {
    await this.adopt(applyChoices(this.#model, change, this.world));
  }

  /** Adopts a model with other settings: saves the settings, draws, and polls the wallets that became due. */
  async adopt(next: Model): Promise<void> {
    const before = this.#model;
    const point = decidedPoint(before, next, this.world);
    this.#model = adoptSettings(before, point ? withPoint(next, point) : next);
    this.applyUpdate(await persistSettings(next, this.world));
    this.#outputs.layAtEnd(this.#model);
    if (point) this.#apply(await persistPoint(point, this.world));
    if (next.settings.wallets.length < before.settings.wallets.length) void this.#pastPrices.prune();
    const [now, then] = [next.settings.choices, before.settings.choices];
    if ((now.pastPrices && !then.pastPrices) || now.compareWith !== then.compareWith)
      this.#pastPrices.start();
  }

  /** `token`: of what somebody looks at, of which no past prices are stored. */
  wantPastPrices(token: string): void {
    this.#pastPrices.open(token);
  }

  /** Ends all rounds and drawing, whoever calls for them; resolves when the running round and looks are applied. */
  async stop(): Promise<void> {
    this.#outputs.close();
    await this.settle();
  }

  /** Resolves when the running round, the looks and what is asked of past prices are applied. */
  async settle(): Promise<void> {
    await this.#round;
    await Promise.all(this.#looks);
    await this.#pastPrices.settle();
  }

  /** The result of a round that is still running is discarded: others write these files by now. */
  abandon(): void {
    this.#isAbandoned = true;
  }

  /** One round at a time: a call during one joins it. */
  #startRound(isForced: boolean): Promise<void> {
    if (this.#outputs.isClosed) return this.#round ?? Promise.resolve();
    this.#round ??= this.#runRound(isForced)
      .catch((internalError: unknown) =>
        this.#apply(failedRoundUpdate(this.#polledWallets, internalError, this.world))
      )
      .finally(() => {
        this.#round = null;
        this.#model = { ...this.#model, isRefreshing: false };
        this.#outputs.draw(this.#model);
        this.#outputs.scheduleNextTick(this.#model);
        this.#pastPrices.start();
        this.world.releaseMemory?.();
      });
    return this.#round;
  }

  async #runRound(isForced: boolean): Promise<void> {
    const now = this.world.clock.now();
    this.#polledWallets = dueWallets(this.#model, now, isForced);
    if (this.#polledWallets.length === 0) return;
    this.#model = withLooksTaken({ ...this.#model, isRefreshing: true }, this.#polledWallets, now);
    this.#outputs.draw(this.#model);
    const priority = isForced ? 'person' : 'round';
    const polled = await pollDueWallets(this.#polledWallets, this.#model, this.world, priority);
    const sources = sourcesToAsk(this.#model, polled, this.world.chains);
    this.#polledWallets = [...this.#polledWallets, ...sources];
    polled.push(...(await pollDueWallets(sources, this.#model, this.world, priority)));
    await readUnknownChains(this.#model, polled, this.world);
    if (this.#isAbandoned) return;
    await this.#applyPolled(polled, model => withoutInternalError({ ...model, isRefreshing: false }));
    this.#apply(await readDailyUpdates(this.#model, polled, this.world));
  }

  async #applyPolled(polled: readonly Polled[], update: ModelUpdate): Promise<void> {
    const { model, notification, point, entries } = applyRound(this.#model, polled, this.world);
    const wallets = polled.map(({ wallet }) => wallet);
    this.#model = update(withLooksTaken(model, wallets, this.world.clock.now()));
    this.#outputs.draw(this.#model, { isUnsaved: true });
    // First saved, then notified: a crash between the two must not notify again.
    await this.save({ point, entries });
    this.#outputs.layAnswers(this.#model);
    if (notification) void this.notify(notification);
  }

  /** The looks of each key on their own: a slow key delays no other. */
  #startLooks(): void {
    const now = this.world.clock.now();
    const looks = dueLooks(this.#model, now);
    for (const keyId of new Set(looks.map(({ wallet }) => wallet.keyId))) {
      const ofKey = looks.filter(({ wallet }) => wallet.keyId === keyId);
      this.#model = withLooksBegun(this.#model, keyId, ofKey, now);
      const running = this.#runLooks(keyId, ofKey)
        .catch((internalError: unknown) => this.#apply(failedLookUpdate(internalError, this.world)))
        .finally(() => {
          this.#looks.delete(running);
          this.#outputs.draw(this.#model);
          if (!this.#round) this.#outputs.scheduleNextTick(this.#model);
          this.#pastPrices.start();
        });
      this.#looks.add(running);
    }
  }

  async #runLooks(keyId: string, looks: readonly Look[]): Promise<void> {
    const polled = await pollLooks(looks, this.#model, this.world).finally(
      () => (this.#model = withLooksEnded(this.#model, keyId, this.world.clock.now()))
    );
    const sources = sourcesToAsk(this.#model, polled, this.world.chains);
    const inRound = this.#round ? this.#polledWallets : [];
    const others = sources.filter(wallet => !inRound.includes(wallet));
    polled.push(...(await pollDueWallets(others, this.#model, this.world)));
    if (polled.length > 0 && !this.#isAbandoned) await this.#applyPolled(polled, model => model);
  }

  /** Writes the last snapshot, and the point and the entries of a round. */
  async save(record: RoundRecord = { point: null, entries: [] }): Promise<void> {
    this.#apply(await persistRound(this.#model, record, this.world));
  }

  /** Rounds do not wait for it: a desktop may take long to show a notification. */
  async notify(notification: Notification): Promise<void> {
    this.#apply(await deliverNotification(notification, this.world));
    this.#outputs.draw(this.#model);
  }

  /** Applies an update from outside of a round (an issue was resolved, or the attention changed), then ticks. */
  applyUpdate(update: ModelUpdate): void {
    this.#apply(update);
    this.tick();
  }

  /** Applies the update to the current model: it may have changed while the disk was busy. */
  #apply(update: ModelUpdate): void {
    this.#model = update(this.#model);
  }
}
