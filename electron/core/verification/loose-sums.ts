// Loose sums: what counts of established and of loose tokens, over all wallets, and by how much a token would add to it.
import {
  absolute,
  add,
  compareDecimals,
  decimal,
  largerOf,
  subtract,
  sum,
  toText,
  ZERO,
  type Decimal
} from '../../../shared/domain/decimal';
import type { Holding } from '../../../shared/schema/holding';
import type { TokenPast } from '../../../shared/schema/verification';
import { holdingValueOf } from '../snapshots/holding-values';
import { amountOf } from './changes';
import { backingOf } from '../established/established';
import { percentOfTotal, valueOf, type Round } from './round-facts';
import { isOnlyMarked, tokenFinder, type TokenPasts } from './token-past';

/** A holding that would enter or grow. */
export interface Candidate {
  readonly id: string;
  readonly token: string;
  /** As it is without the person's OK, and as the answers say. */
  readonly without: Holding;
  readonly full: Holding;
  /** It is not asked about: own money that moved or came back. */
  readonly isFree: boolean;
}

interface TokenSum {
  readonly amount: Decimal;
  readonly worth: Decimal;
}

const NOTHING: TokenSum = { amount: ZERO, worth: ZERO };

export class LooseSums {
  loose: Decimal;
  readonly established: Decimal;
  readonly limit: Decimal;
  /** Of tokens that were paid for, included, or counted before: the worth of all others is loose as it is. */
  readonly #sums = new Map<string, TokenSum>();
  readonly #pasts: ReadonlyMap<string, TokenPast>;
  readonly #looseHoldings: readonly Holding[];

  /** `state`: all holdings, as long as no candidate enters. */
  constructor(
    state: readonly Holding[],
    readonly round: Round,
    pasts: TokenPasts
  ) {
    this.#pasts = new Map(Object.entries(pasts).filter(([, past]) => !isOnlyMarked(past)));
    const counted = state.filter(holding => round.counts(holding) && !round.isSecond(holding));
    this.#looseHoldings = counted.filter(holding => !round.isEstablished(holding));
    let established = sum(counted.filter(round.isEstablished).map(valueOf));
    let loose = sum(this.#looseHoldings.map(valueOf));
    for (const [token, holdings] of this.#heldWithPast()) {
      const held = { amount: sum(holdings.map(amountOf)), worth: sum(holdings.map(valueOf)) };
      this.#sums.set(token, held);
      const paid = subtract(held.worth, this.#looseOf(token, held));
      established = add(established, paid);
      loose = subtract(loose, paid);
    }
    this.established = established;
    this.loose = loose;
    const { loosePercent, looseUsd } = round.rules;
    this.limit = largerOf(percentOfTotal(established, loosePercent), decimal(looseUsd));
  }

  #heldWithPast(): Map<string, Holding[]> {
    const held = new Map<string, Holding[]>();
    const tokenAmong = tokenFinder(this.#pasts.keys());
    for (const holding of this.#looseHoldings) {
      const token = tokenAmong(holding);
      if (token !== null) held.set(token, [...(held.get(token) ?? []), holding]);
    }
    return held;
  }

  #looseOf(token: string, { amount, worth }: TokenSum): Decimal {
    const loose = subtract(worth, backingOf(this.#pasts.get(token), amount));
    return loose.units > 0n ? loose : ZERO;
  }

  pastOf(token: string): TokenPast | undefined {
    return this.#pasts.get(token);
  }

  tokensWithPast(): Iterable<string> {
    return this.#pasts.keys();
  }

  /** What counts of the candidate's token once it has entered. */
  after({ token, without, full }: Candidate): TokenSum {
    const { amount, worth } = this.#sums.get(token) ?? NOTHING;
    const isCounted = this.round.counts(without);
    const [hadAmount, hadWorth] = isCounted ? [amountOf(without), valueOf(without)] : [ZERO, ZERO];
    return {
      amount: add(amount, subtract(amountOf(full), hadAmount)),
      worth: add(worth, subtract(valueOf(full), hadWorth))
    };
  }

  /** By how much the loose worth grows when the candidate enters, USD. */
  increaseOf(candidate: Candidate): Decimal {
    const { token, without, full } = candidate;
    if (!this.#pasts.has(token))
      return this.round.counts(without) ? subtract(valueOf(full), valueOf(without)) : valueOf(full);
    const before = this.#looseOf(token, this.#sums.get(token) ?? NOTHING);
    return subtract(this.#looseOf(token, this.after(candidate)), before);
  }

  /** The smallest increase first, then by id. */
  inOrder(candidates: readonly Candidate[]): Candidate[] {
    return candidates
      .map(candidate => ({ candidate, increase: this.increaseOf(candidate) }))
      .sort((a, b) => compareDecimals(a.increase, b.increase) || (a.candidate.id < b.candidate.id ? -1 : 1))
      .map(({ candidate }) => candidate);
  }

  fits(candidate: Candidate, limit: Decimal): boolean {
    const increase = this.increaseOf(candidate);
    return increase.units <= 0n || compareDecimals(add(this.loose, increase), limit) <= 0;
  }

  /** A worth above this cannot fit, whatever enters before it, USD; approximate, never too low. */
  mostThatFits(limit: Decimal): number {
    // Of tokens with a past the loose worth can only fall to zero.
    const mayFall = sum([...this.#sums].map(([token, held]) => this.#looseOf(token, held)));
    const room = subtract(limit, subtract(this.loose, mayFall));
    return room.units > 0n ? Number(toText(room)) * (1 + ROUGHNESS) : 0;
  }

  enter(candidate: Candidate): void {
    this.loose = add(this.loose, this.increaseOf(candidate));
    if (this.#pasts.has(candidate.token)) this.#sums.set(candidate.token, this.after(candidate));
  }

  /** What counts already and is over the limit, ids; the smallest count as within it. */
  overLimit(): string[] {
    let all = ZERO;
    return this.#looseHoldings
      .map(holding => ({ id: holding.id, worth: absolute(valueOf(holding)) }))
      .sort((a, b) => compareDecimals(a.worth, b.worth) || (a.id < b.id ? -1 : 1))
      .filter(({ worth }) => {
        all = add(all, worth);
        return compareDecimals(all, this.limit) > 0;
      })
      .map(({ id }) => id);
  }
}

/** Far more than a double is wrong by. */
const ROUGHNESS = 1e-9;

/**
 * Whether so little is loose that no exact sum is needed to say that it is within the limit; what was paid for is taken
 * for loose. `without`: ids of holdings of the snapshots that are not as they are there; `others`: these as they are.
 */
export function isLooseByFarLess(
  without: ReadonlySet<string>,
  others: readonly Holding[],
  round: Round
): boolean {
  let [established, loose] = [0, 0];
  const addUp = (holding: Holding) => {
    if (!round.counts(holding) || round.isSecond(holding)) return;
    const { rough } = holdingValueOf(holding);
    if (round.isEstablished(holding)) established += rough;
    else loose += Math.abs(rough);
  };
  for (const { holdings } of round.snapshots)
    for (const holding of holdings) if (!without.has(holding.id)) addUp(holding);
  for (const holding of others) addUp(holding);
  const limit = Math.max((established * round.rules.loosePercent) / 100, Number(round.rules.looseUsd));
  return loose * (1 + ROUGHNESS) < limit * (1 - ROUGHNESS);
}
