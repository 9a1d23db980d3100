// Runs a case through the modules of the app: a driver reads the reply, a round applies it, the state is drawn from
// the result.
import { isDeepStrictEqual } from 'node:util';
import type { HttpReply, Reading } from '../../electron/core/ports/ports';
import type { Model } from '../../electron/core/state/model';
import { modelPortfolio } from '../../electron/core/state/app-state';
import type { Outcome } from '../../electron/core/snapshots/poll-outcome';
import { applyRound, type AppliedRound } from '../../electron/core/polling/round';
import { chainFacts } from '../../electron/okx/chains';
import { drivers } from '../../electron/okx/drivers';
import { Failure } from '../../shared/domain/failure';
import type { Holding } from '../../shared/schema/holding';
import type { Portfolio } from '../../shared/schema/app-state';
import type { Wallet } from '../../shared/schema/wallet';
import { answered, answerOf, failed, holdingOf, outcomeOf, walletOf } from '../fakes/holdings';
import { fakeWorld, modelOf } from '../fakes/world';
import { START, type Scenario } from './scenario';

/** A second wallet beside the fuzzed one; it is always answered. */
const STEADY = walletOf({ id: 'w2', name: 'Steady', accountId: 'steady' });
export const STEADY_VALUE = '7';
const STEADY_HOLDING = holdingOf({ walletId: 'w2', chainIndex: '10', balance: STEADY_VALUE, price: '1' });

/** Limits so high that no price or change is ever doubted. */
const NO_GUARD = { guardFromUsd: '9'.repeat(400), guardFromPercent: 100, guardPriceTimes: 1e300 };

export interface Shown {
  readonly now: number;
  /** Null: the whole reply was refused. */
  readonly reading: Reading | null;
  readonly applied: AppliedRound;
  readonly portfolio: Portfolio;
}

export class Drive {
  readonly #clock = fakeWorld();
  readonly #world = { ...this.#clock, chains: chainFacts };
  #model: Model;

  constructor({ wallet, countRisky, isGuarded }: Scenario) {
    this.#model = modelOf([wallet, STEADY], { countRisky, ...(isGuarded ? {} : NO_GUARD) });
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
    const last = this.#model.snapshots.find(({ walletId }) => walletId === wallet.id)?.holdings ?? [];
    const { reading, outcome } = read(reply, wallet, chains, now, last);
    if (!isDeepStrictEqual(reading, read(reply, wallet, chains, now, []).reading))
      throw new Error('read otherwise beside the holdings of before');
    const polled = [
      { wallet, key: { id: 'k1' }, outcome },
      { wallet: STEADY, key: { id: 'k1' }, outcome: answered([STEADY_HOLDING], now) }
    ];
    const applied = applyRound(this.#model, polled, this.#world);
    this.#model = applied.model;
    return { now, reading, applied, portfolio: modelPortfolio(applied.model, chainFacts, now) };
  }
}

function read(
  reply: HttpReply,
  wallet: Wallet,
  chains: readonly string[] | null,
  now: number,
  last: readonly Holding[]
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
