// Runs a case through the modules of the app: a driver reads the reply, a round applies it, the state is drawn from
// the result.
import { isDeepStrictEqual } from 'node:util';
import type { HttpReply, KnownBefore, Reading } from '../../electron/core/ports/ports';
import type { Model } from '../../electron/core/state/model';
import { modelPortfolio } from '../../electron/core/state/app-state';
import type { Outcome } from '../../electron/core/snapshots/poll-outcome';
import { applyRound, type AppliedRound } from '../../electron/core/polling/round';
import { countingRuleOf, countingStatusOf } from '../../electron/core/portfolio/counting-rule';
import { portfolioOf } from '../../electron/core/portfolio/portfolio';
import { partOf } from '../../electron/core/snapshots/chain-parts';
import { compareHoldings } from '../../electron/core/snapshots/compare-holdings';
import { emptySnapshot, updateSnapshot } from '../../electron/core/snapshots/update-snapshot';
import { chainFacts } from '../../electron/okx/chains';
import { drivers } from '../../electron/okx/drivers';
import { add, decimal, toText, ZERO, type Decimal } from '../../shared/domain/decimal';
import { Failure } from '../../shared/domain/failure';
import type { WalletSnapshot } from '../../shared/schema/snapshot';
import type { Portfolio } from '../../shared/schema/app-state';
import type { Wallet } from '../../shared/schema/wallet';
import { answered, answerOf, failed, holdingOf, outcomeOf, walletOf } from '../fakes/holdings';
import { fakeWorld, modelOf } from '../fakes/world';
import { START, type Scenario } from './scenario';

/** A second wallet beside the fuzzed one; it is always answered. */
const STEADY = walletOf({ id: 'w2', name: 'Steady', accountId: 'steady' });
const STEADY_HOLDING = holdingOf({ walletId: 'w2', chainIndex: '10', balance: '7', price: '1' });

export interface Shown {
  readonly now: number;
  /** Null: the whole reply was refused. */
  readonly reading: Reading | null;
  readonly applied: AppliedRound;
  /** What the app believes of it. */
  readonly portfolio: Portfolio;
  /** What the answers of the fuzzed wallet alone say, and by how much its prices and transfers moved so far. */
  readonly answered: Portfolio;
  readonly ledger: { readonly prices: string; readonly transfers: string };
}

export class Drive {
  readonly #clock = fakeWorld();
  readonly #world = { ...this.#clock, chains: chainFacts };
  #model: Model;
  #answered: WalletSnapshot;
  #prices: Decimal = ZERO;
  #transfers: Decimal = ZERO;

  constructor({ wallet, countRisky }: Scenario) {
    this.#model = modelOf([wallet, STEADY], { countRisky });
    this.#answered = emptySnapshot(wallet);
    this.#clock.at = START;
  }

  get model(): Model {
    return this.#model;
  }

  /** Throws every error that is no Failure: an internal error. */
  play(wallet: Wallet, waitMs: number, reply: HttpReply): Shown {
    this.#clock.at += waitMs;
    const now = this.#clock.at;
    const chains = drivers[wallet.source].request(wallet, null).chains;
    const last =
      this.#model.snapshots.find(({ walletId }) => walletId === wallet.id) ?? emptySnapshot(wallet);
    const { reading, outcome } = read(reply, wallet, chains, now, last);
    const alone = read(reply, wallet, chains, now, { ...last, holdings: [] });
    if (!isDeepStrictEqual(unmarked(reading), unmarked(alone.reading)))
      throw new Error('read otherwise beside the holdings of before');
    const polled = [
      { wallet, key: { id: 'k1' }, outcome },
      { wallet: STEADY, key: { id: 'k1' }, outcome: answered([STEADY_HOLDING], now) }
    ];
    const applied = applyRound(this.#model, polled, this.#world);
    this.#model = applied.model;
    const portfolio = modelPortfolio(applied.model, chainFacts, now);
    return { now, reading, applied, portfolio, ...this.#answeredAlone(wallet, alone.outcome, now) };
  }

  #answeredAlone(wallet: Wallet, outcome: Outcome, now: number): Pick<Shown, 'answered' | 'ledger'> {
    const rule = countingRuleOf(this.#model.settings, chainFacts);
    const before = this.#answered;
    this.#answered = updateSnapshot(before, outcome, now);
    const { prices, transfers } = compareHoldings(
      before.holdings,
      this.#answered.holdings,
      holding => countingStatusOf(holding, rule),
      chain => partOf(before.parts, chain)?.answeredAt != null
    );
    this.#prices = add(this.#prices, decimal(prices));
    this.#transfers = add(this.#transfers, decimal(transfers));
    const { staleAfterMs } = this.#model;
    return {
      answered: portfolioOf(
        { wallets: [wallet], snapshots: [this.#answered], rule, staleAfterMs, baseline: null, latest: null },
        now
      ),
      ledger: { prices: toText(this.#prices), transfers: toText(this.#transfers) }
    };
  }
}

/** A token that waits for an OK keeps that mark while its row is the same; the row alone does not say it. */
function unmarked(reading: Reading | null): Reading | null {
  return (
    reading && {
      ...reading,
      holdings: reading.holdings.map(holding => ({ ...holding, isUnverified: undefined }))
    }
  );
}

function read(
  reply: HttpReply,
  wallet: Wallet,
  chains: readonly string[] | null,
  now: number,
  last: KnownBefore
): { reading: Reading | null; outcome: Outcome } {
  try {
    const reading = drivers[wallet.source].read(reply, wallet, now, last);
    const answer = answerOf(reading.holdings, { at: Math.min(reading.takenAt ?? now, now) });
    return { reading, outcome: outcomeOf([{ ...answer, chains, reading }]) };
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    const refused = failed(thrown.code);
    return { reading: null, outcome: { ...refused, refusals: [{ chains, failure: thrown }] } };
  }
}
