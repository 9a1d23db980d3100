// The app of a sequence: its real readers, rounds, files and drawings, without engine, network and disk.
import { loadModel, persistRound } from '../../../electron/core/engine/persistence';
import { applyRound } from '../../../electron/core/polling/round';
import type { HistoryPoint } from '../../../electron/core/ports/history-point';
import type { Outcome, Polled } from '../../../electron/core/snapshots/poll-outcome';
import { awaitedHoldings } from '../../../electron/core/snapshots/awaited-holdings';
import { restoreAddresses } from '../../../electron/core/snapshots/restore-addresses';
import { fitSnapshot } from '../../../electron/core/snapshots/update-snapshot';
import { modelPortfolio } from '../../../electron/core/state/app-state';
import { emptyModel, type Model } from '../../../electron/core/state/model';
import { emptyRowMemory } from '../../../electron/core/portfolio/holding-rows';
import { chainFacts } from '../../../electron/okx/chains';
import { drivers } from '../../../electron/okx/drivers';
import type { Entry } from '../../../shared/schema/activity';
import type { Portfolio } from '../../../shared/schema/app-state';
import { StoredSnapshots } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import { failed } from '../../fakes/holdings';
import { fakeWorld, modelOf } from '../../fakes/world';
import { Failure } from '../../../shared/domain/failure';
import type { Sequence } from './sequence';
import { addressOf, type Sent } from './service';
import { CHAINS } from './truth';

export interface Shown {
  readonly model: Model;
  readonly portfolio: Portfolio;
  /** New entries of the activity. */
  readonly entries: readonly Entry[];
  /** Entries that are notified now, those of earlier rounds included. */
  readonly told: readonly Entry[];
  readonly point: HistoryPoint | null;
}

function walletFor(source: Sequence['wallets'][number], place: number): Wallet {
  const common = { id: `w${place}`, name: `Wallet ${place}`, keyId: 'k1' };
  return source === 'v5-account'
    ? { ...common, source, accountId: `account-${place}`, chains: [] }
    : { ...common, source, address: addressOf(place), chains: CHAINS };
}

export class App {
  model: Model;
  #now: number;
  readonly #fake = fakeWorld();
  #ids = 0;
  readonly #world = {
    ...this.#fake,
    chains: chainFacts,
    clock: { ...this.#fake.clock, now: () => this.#now, newId: () => `e${++this.#ids}` }
  };

  constructor({ wallets }: Sequence, now: number) {
    this.#now = now;
    this.model = modelOf(wallets.map(walletFor), { alertCooldownMs: 0, alertsADay: 100_000 });
    this.#fake.files.settings = this.model.settings;
  }

  /** `now`: this computer's clock. Nothing is kept of the round: `take` does that. */
  round(sent: readonly Sent[], now: number, skewMs: number, model = this.model): Shown {
    this.#now = now;
    const polled = sent.map((one): Polled => {
      const wallet = model.settings.wallets[one.wallet]!;
      return { wallet, key: { id: wallet.keyId }, outcome: this.#read(wallet, one, model, skewMs) };
    });
    const applied = applyRound(model, polled, this.#world);
    const { entries, notification, point, portfolio } = applied;
    return { model: applied.model, portfolio, entries, told: notification?.entries ?? [], point };
  }

  take({ model, point }: Shown): void {
    this.model = model;
    if (point) this.#fake.files.points.push(point);
  }

  /** What a start makes of the files that were written after the last round. */
  async restarted(): Promise<Model> {
    const written = this.#fake.files;
    await persistRound(this.model, { point: null, entries: [] }, this.#world);
    written.snapshots = StoredSnapshots.parse(JSON.parse(JSON.stringify(written.snapshots)));
    return await loadModel(emptyModel('live', this.model.staleAfterMs), this.#world);
  }

  show(model: Model, now: number): Portfolio {
    return modelPortfolio(App.undrawn(model), chainFacts, now);
  }

  /** The same model with nothing remembered of its drawings. */
  static undrawn(model: Model): Model {
    return { ...model, rowMemory: emptyRowMemory() };
  }

  #read(wallet: Wallet, { reply, refused, at }: Sent, model: Model, skewMs: number): Outcome {
    if (!reply) return { ...failed('timeout'), clockOffsetMs: skewMs };
    const last = model.snapshots.find(({ walletId }) => walletId === wallet.id);
    const chains = wallet.chains.length === 0 ? null : wallet.chains.filter(one => !refused.includes(one));
    const common = {
      unsupported: refused,
      remaining: null,
      requests: 1 + refused.length,
      clockOffsetMs: skewMs
    };
    try {
      const reading = drivers[wallet.source].read(reply, wallet, this.#now, last);
      const answeredAt = Math.min(reading.takenAt === null ? this.#now : at + skewMs, this.#now);
      const serviceTime = reading.takenAt ?? this.#now - skewMs;
      const answer = { chains, reading, answeredAt, serviceTime };
      const outcome = { answers: [answer], refusals: [], ...common };
      return restoreAddresses(
        outcome,
        fitSnapshot(last, wallet),
        awaitedHoldings(model.verification, wallet.id)
      );
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      return { answers: [], refusals: [{ chains, failure: thrown }], ...common };
    }
  }
}
