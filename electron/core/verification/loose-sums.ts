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
import type { Outflow, TokenPast, VerificationMemory } from '../../../shared/schema/verification';
import { holdingValueOf } from '../snapshots/holding-values';
import { amountOf, type HoldingChange } from './changes';
import { backingOf } from '../established/established';
import { percentOfTotal, valueOf, type Round } from './round-facts';
import {
  isWithinHour,
  isLeaving,
  isOnlyMarked,
  isRemembered,
  tokenFinder,
  type TokenPasts
} from './token-past';

/** A holding that would enter or grow. */
export interface Candidate {
  readonly id: string;
  readonly token: string;
  /** As it is without the person's OK, and as the answers say. */
  readonly without: Holding;
  readonly full: Holding;
  /** Own money that moved or came back: it is not asked about as long as no more counts with it than ever did. */
  readonly isFree: boolean;
  /** Loose worth that left elsewhere for it, USD. */
  readonly carried: Decimal;
}

interface TokenSum {
  readonly amount: Decimal;
  readonly worth: Decimal;
}

const NOTHING: TokenSum = { amount: ZERO, worth: ZERO };

export class LooseSums {
  /** With what left within the hour, which keeps its room: it may be on its way to another wallet. */
  loose: Decimal;
  readonly established: Decimal;
  readonly limit: Decimal;
  /** Up to which what counted before may come back: the limit, or as much as counted at once. */
  readonly ownLimit: Decimal;
  /** Of tokens that were paid for, included, or counted before: the worth of all others is loose as it is. */
  readonly #sums = new Map<string, TokenSum>();
  readonly #pasts: ReadonlyMap<string, TokenPast>;
  readonly #looseHoldings: readonly Holding[];

  /**
   * `state`: all holdings, as long as no candidate enters; `carried`: what is neither here nor there, for it left within
   * the hour or comes with the candidates, USD.
   */
  constructor(
    state: readonly Holding[],
    readonly round: Round,
    pasts: TokenPasts,
    carried: Decimal
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
    loose = add(loose, carried);
    this.established = established;
    this.loose = loose;
    const { rules, memory, now } = round;
    this.limit = largerOf(percentOfTotal(established, rules.loosePercent), decimal(rules.looseUsd));
    const { looseMark } = memory;
    const most = looseMark && isRemembered(looseMark, now) ? decimal(looseMark.worth) : ZERO;
    this.ownLimit = largerOf(this.limit, most);
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

  /** By how much the loose worth grows when the candidate enters, beyond what comes with it, USD. */
  increaseOf(candidate: Candidate): Decimal {
    return subtract(this.#addedBy(candidate), candidate.carried);
  }

  #addedBy(candidate: Candidate): Decimal {
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

/** Loose worth that left within the hour, and did not arrive anywhere yet, USD. */
export function onTheWay(outflows: readonly Outflow[], { now }: Round): Decimal {
  return sum(
    outflows
      .filter(one => one.isLoose && one.holdingId === undefined && isWithinHour(one, now))
      .map(({ worth }) => decimal(worth))
  );
}

/** The mark after this round: taken when something of what is loose leaves, before it does. */
export function looseMarkAfter(
  changes: readonly HoldingChange[],
  round: Round
): VerificationMemory['looseMark'] {
  const { memory, now, snapshots } = round;
  const last = memory.looseMark && isRemembered(memory.looseMark, now) ? memory.looseMark : undefined;
  if (!changes.some(change => !change.isEstablished && isLeaving(change, round))) return last;
  const { loose } = new LooseSums(
    snapshots.flatMap(({ holdings }) => holdings),
    round,
    memory.tokens,
    onTheWay(memory.outflows, round)
  );
  return { worth: toText(largerOf(loose, decimal(last?.worth ?? '0'))), at: now };
}

/** Far more than a double is wrong by. */
const ROUGHNESS = 1e-9;

/**
 * Whether so little is loose that no exact sum is needed to say that it is within the limit; what was paid for is taken
 * for loose. `without`: ids of holdings of the snapshots that are not as they are there;
 * `others`: these as they are.
 */
export function isLooseByFarLess(
  without: ReadonlySet<string>,
  others: readonly Holding[],
  carried: Decimal,
  round: Round
): boolean {
  let [established, loose] = [0, Number(toText(carried))];
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
