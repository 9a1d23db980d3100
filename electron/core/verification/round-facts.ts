// Round facts: what the verification of a round knows: what is believed, what was answered, the rules, and what counts.
import {
  absolute,
  compareDecimals,
  decimal,
  multiply,
  sum,
  ZERO,
  type Decimal
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { DAY_MS } from '../../../shared/domain/durations';
import { partsOfId, tokenOf, unitOf } from '../../../shared/domain/holding-id';
import type { CountingStatus } from '../../../shared/schema/app-state';
import type { Holding } from '../../../shared/schema/holding';
import type { Verdict } from '../../../shared/schema/settings';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Outflow, VerificationMemory } from '../../../shared/schema/verification';
import { partOf } from '../snapshots/chain-parts';
import { holdingValueOf } from '../snapshots/holding-values';
import { DoubtBook } from '../doubts/doubt-book';
import { establishedBy } from '../established/established';

export interface VerificationRules {
  countingStatus(holding: Holding): CountingStatus;
  /** The person's verdicts, by holding id. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Whether the product knows the chain, so that its coin is established. */
  isKnownChain(chainIndex: string): boolean;
  /** The share of what is established up to which other tokens count, in percent, and the least of it, USD. */
  readonly loosePercent: number;
  readonly looseUsd: string;
  /** A price that changes by this factor is a leap. */
  readonly priceTimes: number;
}

export interface AnsweredWallet {
  readonly walletId: string;
  /** What is believed, fitted to the wallet's chains. */
  readonly base: WalletSnapshot;
  /** The same with the answers of this round. */
  readonly proposed: WalletSnapshot;
  /** False for a poll that failed as a whole. */
  readonly hasAnswers: boolean;
  /** False for the first answer of a chain: nothing can have changed. */
  isCompared(chainIndex: string): boolean;
  /** The service's time of the answer that covers the chain, ms; null: none of this round does. */
  answeredAt(chainIndex: string): number | null;
  /** Whether rows that could not be read may be about the holding, so that its absence says nothing. */
  mayBeUnread(holding: Holding): boolean;
  /** Chains that OKX says it does not support, though it answered them before. */
  readonly refusedChains: readonly string[];
}

export interface RoundToVerify {
  /** The believed snapshots of all wallets, in the person's order. */
  readonly snapshots: readonly WalletSnapshot[];
  /** In any order. */
  readonly answered: readonly AnsweredWallet[];
  readonly memory: VerificationMemory;
  readonly rules: VerificationRules;
  readonly now: number;
}

export interface Round extends RoundToVerify {
  readonly book: DoubtBook;
  isEstablished(holding: Holding): boolean;
  /** Whether the money of the holding is seen by a wallet that comes first. */
  isSecond(holding: Holding): boolean;
  /** Whether it counts in the total now. */
  counts(holding: Holding | undefined): holding is Holding;
  /** Whether it would count once it is verified. */
  canCount(holding: Holding | undefined): holding is Holding;
  /** The price at which the token counts in any wallet, kept since its answer; null: it does not, or is kept for a day. */
  pricedLike(holding: Holding): KnownPrice | null;
  /** The believed total before the round, USD. */
  total(): Decimal;
  /** Of a holding that an answer of this round has a row for that cannot be read: it is not missing. */
  isUnread(id: string): boolean;
  /** Holdings of wallets that were not asked, which left for another wallet all the same. */
  readonly removed: Set<string>;
  /** What tokens that are not established paid with in this round: so much less was paid for them, USD, by token. */
  readonly spent: Map<string, Decimal>;
}

export type KnownPrice = Pick<Holding, 'price' | 'priceKeptSince'>;

export function roundOf(input: RoundToVerify): Round {
  const { rules, now, memory } = input;
  const order = new Map(input.snapshots.map(({ walletId }, index) => [walletId, index]));
  const answered = [...input.answered].sort(
    (a, b) => (order.get(a.walletId) ?? 0) - (order.get(b.walletId) ?? 0)
  );
  const isSecond = secondFinder(input);
  const counts = (holding: Holding | undefined): holding is Holding =>
    holding !== undefined && holding.price !== null && rules.countingStatus(holding) === 'counted';
  const canCount = (holding: Holding | undefined): holding is Holding =>
    holding !== undefined && counts(holding.isUnverified ? { ...holding, isUnverified: false } : holding);
  let total: Decimal | null = null;
  let unread: ReadonlySet<string> | null = null;
  return {
    ...input,
    answered,
    book: new DoubtBook(memory, now),
    isEstablished: holding => establishedBy(holding, rules.isKnownChain) !== null,
    isSecond,
    counts,
    canCount,
    pricedLike: priceFinder(input, counts),
    total: () => (total ??= countedTotal(input.snapshots, holding => counts(holding) && !isSecond(holding))),
    isUnread: id => (unread ??= unreadIn(answered)).has(id),
    removed: new Set(),
    spent: new Map()
  };
}

/** Looked up only when something comes without a price. A price in doubt is lent to nothing. */
function priceFinder(
  { snapshots, now, memory }: RoundToVerify,
  counts: Round['counts']
): (holding: Holding) => KnownPrice | null {
  let prices: Map<string, KnownPrice> | null = null;
  const find = () => {
    const found = new Map<string, KnownPrice>();
    for (const { holdings, parts } of snapshots)
      for (const holding of holdings) {
        if (isDefi(holding) || !counts(holding)) continue;
        if (memory.doubted[holding.id]?.holds.includes('price')) continue;
        const { price, priceKeptSince, chainIndex } = holding;
        const since = Math.min(priceKeptSince ?? partOf(parts, chainIndex)?.answeredAt ?? now, now);
        const token = tokenOf(holding);
        if (now - since <= DAY_MS && !found.has(token)) found.set(token, { price, priceKeptSince: since });
      }
    return found;
  };
  return holding => (prices ??= find()).get(tokenOf(holding)) ?? null;
}

function countedTotal(snapshots: readonly WalletSnapshot[], isIn: (holding: Holding) => boolean): Decimal {
  return sum(snapshots.flatMap(({ holdings }) => holdings.filter(isIn).map(holding => valueOf(holding))));
}

/** Exact USD; zero while no price is known. */
export function valueOf(holding: Holding | undefined): Decimal {
  return holding ? (holdingValueOf(holding).value ?? ZERO) : ZERO;
}

/** With one wallet nothing is watched twice, and nothing is looked up. */
function secondFinder({ snapshots, answered }: RoundToVerify): (holding: Holding) => boolean {
  if (snapshots.length < 2) return () => false;
  const firstWallet = new Map<string, string>();
  for (const { walletId, holdings } of snapshots) {
    const proposed = answered.find(one => one.walletId === walletId)?.proposed.holdings ?? [];
    for (const holding of [...holdings, ...proposed]) {
      const unit = unitOf(holding);
      if (!firstWallet.has(unit)) firstWallet.set(unit, walletId);
    }
  }
  return holding => firstWallet.get(unitOf(holding)) !== holding.walletId;
}

/** A share of the total, in percent. */
export function percentOfTotal(total: Decimal, percent: number): Decimal {
  return multiply(total, { units: BigInt(Math.round(percent * 100)), scale: 4 });
}

/** What a holding that is missing pays with still; empty: it was not missing before. */
export function outflowsOf({ id }: Holding, { memory }: Round): readonly Outflow[] {
  return memory.outflows.filter(({ holdingId }) => holdingId === id);
}

/** Whether `added` is more than the share of the total, and more than the least, that the settings have. */
export function isLarge(added: Decimal, { total, rules }: Round): boolean {
  return (
    compareDecimals(added, decimal(rules.looseUsd)) > 0 &&
    compareDecimals(added, percentOfTotal(total(), rules.loosePercent)) > 0
  );
}

export function absoluteValueOf(holding: Holding | undefined): Decimal {
  return absolute(valueOf(holding));
}

/** The wallet whose answers of this round cover the chain of the holding; undefined: none does. */
export function answerFor(id: string, { answered }: Round): AnsweredWallet | undefined {
  const { walletId, chainIndex } = partsOfId(id);
  return answered.find(one => one.walletId === walletId && one.answeredAt(chainIndex) !== null);
}

/** Of a holding that did not change: an answer covers its chain, and it could be read. `arrived`: it is not believed yet. */
export function isNamedAsBefore(id: string, round: Round, arrived?: Holding): boolean {
  const answered = answerFor(id, round);
  if (!answered) return false;
  const holding = answered.proposed.holdings.find(one => one.id === id);
  return holding ? !holding.isStale : !arrived || !answered.mayBeUnread(arrived);
}

function unreadIn(answered: readonly AnsweredWallet[]): ReadonlySet<string> {
  return new Set(
    answered.flatMap(({ proposed, answeredAt }) =>
      proposed.holdings
        .filter(({ isStale, chainIndex }) => isStale && answeredAt(chainIndex) !== null)
        .map(({ id }) => id)
    )
  );
}
