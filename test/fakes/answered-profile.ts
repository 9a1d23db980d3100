// A profile that is answered with rows as OKX sends them, through the real readers and rounds; what it shows and tells.
import { loadModel } from '../../electron/core/engine/persistence';
import { applyRound } from '../../electron/core/polling/round';
import type { Outcome, Polled } from '../../electron/core/snapshots/poll-outcome';
import { awaitedHoldings } from '../../electron/core/snapshots/awaited-holdings';
import { restoreAddresses } from '../../electron/core/snapshots/restore-addresses';
import { fitSnapshot } from '../../electron/core/snapshots/update-snapshot';
import { modelPortfolio } from '../../electron/core/state/app-state';
import { emptyModel, type Model } from '../../electron/core/state/model';
import { chainFacts } from '../../electron/okx/chains';
import { drivers } from '../../electron/okx/drivers';
import type { Entry } from '../../shared/schema/activity';
import type { Portfolio } from '../../shared/schema/app-state';
import { StoredSnapshots } from '../../shared/schema/snapshot';
import type { Wallet } from '../../shared/schema/wallet';
import { failed } from './holdings';
import { fakeWorld, modelOf } from './world';

const SECOND_MS = 1000;

/** A row of a reply, with the fields of either version. */
export type SentRow = Readonly<Record<string, unknown>>;

/** A row of an account's reply, on Ethereum unless `change` says otherwise. */
export function sentRow(
  symbol: string,
  tokenAddress: string,
  balance: string | number,
  tokenPrice: string,
  change: SentRow = {}
): SentRow {
  return {
    chainIndex: '1',
    tokenAddress,
    address: '0xa03400e098f4421b34a3a44a1b4e571419517687',
    symbol,
    balance: String(balance),
    tokenPrice,
    tokenType: '1',
    isRiskToken: false,
    ...change
  };
}

export class AnsweredProfile {
  model: Model;
  /** What was notified since the beginning, in its order. */
  readonly told: Entry[] = [];
  readonly entries: Entry[] = [];
  readonly #clock = fakeWorld();
  #ids = 0;
  readonly #world = {
    ...this.#clock,
    chains: chainFacts,
    clock: {
      ...this.#clock.clock,
      now: () => this.now,
      newId: () => `e${++this.#ids}`
    }
  };

  constructor(
    readonly wallets: Wallet[],
    public now = this.#clock.at
  ) {
    this.model = modelOf(wallets, { alertCooldownMs: 0, alertsADay: 999 });
  }

  get portfolio(): Portfolio {
    return modelPortfolio(this.model, chainFacts, this.now);
  }

  get total(): string {
    return this.portfolio.total;
  }

  wait(seconds: number): this {
    this.now += seconds * SECOND_MS;
    return this;
  }

  /**
   * One round, in the given order of wallets: rows by the id of their wallet, as the service knew them so long ago. Gives
   * the total after it.
   */
  answer(rows: Readonly<Record<string, readonly SentRow[]>>, ageSeconds = 0): string {
    const polled = Object.entries(rows).map(([id, sent]): Polled => {
      const wallet = this.model.settings.wallets.find(one => one.id === id)!;
      return {
        wallet,
        key: { id: wallet.keyId },
        outcome: this.#read(wallet, sent, this.now - ageSeconds * SECOND_MS)
      };
    });
    return this.#round(polled);
  }

  /** A round in which the polls of these wallets fail. Gives the total after it. */
  fail(...ids: readonly string[]): string {
    const wallets = this.model.settings.wallets.filter(({ id }) => ids.includes(id));
    return this.#round(
      wallets.map(wallet => ({ wallet, key: { id: wallet.keyId }, outcome: failed('timeout') }))
    );
  }

  #round(polled: Polled[]): string {
    const { model, point, entries, notification } = applyRound(this.model, polled, this.#world);
    this.model = model;
    if (point) this.#clock.files.points.push(point);
    this.entries.push(...entries);
    if (notification) this.told.push(...notification.entries);
    return this.total;
  }

  /** Quit and started again: what is known then is what the files hold. */
  async restart(): Promise<void> {
    const { settings, snapshots, alerts, staleAfterMs, verification } = this.model;
    const stored = { version: 1, savedAt: this.now, staleAfterMs, wallets: snapshots, alerts, verification };
    this.#clock.files.settings = settings;
    this.#clock.files.snapshots = StoredSnapshots.parse(JSON.parse(JSON.stringify(stored)));
    this.model = await loadModel(emptyModel('live', staleAfterMs), this.#world);
  }

  #read(wallet: Wallet, rows: readonly SentRow[], at: number): Outcome {
    const data = [{ timeStamp: String(at), tokenAssets: rows }];
    const reply = { status: 200, headers: {}, body: JSON.stringify({ code: '0', msg: 'success', data }) };
    const last = this.model.snapshots.find(({ walletId }) => walletId === wallet.id);
    const driver = drivers[wallet.source];
    const reading = driver.read(reply, wallet, this.now, last);
    const answers = [
      { chains: driver.request(wallet, null).chains, reading, answeredAt: at, serviceTime: at }
    ];
    const outcome = {
      answers,
      refusals: [],
      unsupported: [],
      remaining: null,
      requests: 1,
      clockOffsetMs: 0
    };
    return restoreAddresses(
      outcome,
      fitSnapshot(last, wallet),
      awaitedHoldings(this.model.verification, wallet.id)
    );
  }
}
