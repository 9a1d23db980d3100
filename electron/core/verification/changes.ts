// Changes of a round: every holding that an answer gives otherwise than it is believed, with what is decided about it.
import { decimal, multiply, subtract, ZERO, type Decimal } from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { DAY_MS } from '../../../shared/domain/durations';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import type { DoubtKind } from '../../../shared/domain/doubt-kinds';
import type { DoubtedHolding, Statement } from '../../../shared/schema/verification';
import { differingPairs } from '../snapshots/compare-holdings';
import { holdingValueOf } from '../snapshots/holding-values';
import { isSameHolding } from '../snapshots/update-snapshot';
import { statementOf, type Held } from '../doubts/statement';
import type { AnsweredWallet, KnownPrice, Round } from './round-facts';

export interface HoldingChange {
  readonly id: string;
  readonly walletId: string;
  readonly chainIndex: string;
  /** `chainIndex/tokenAddress`. */
  readonly token: string;
  /** The chain with the address, else the wallet, where the holding lies. */
  readonly place: string;
  readonly symbol: string;
  /** What is believed; undefined: nothing yet. */
  readonly before: Holding | undefined;
  /** What the answer gives; undefined: the answer lacks it. */
  readonly after: Holding | undefined;
  readonly said: Statement;
  /** The service's time of the answer, ms. */
  readonly answeredAt: number;
  /** A first answer of its part: nothing can have changed. */
  readonly isFirst: boolean;
  /** The same money counts in a wallet that comes first. */
  readonly isSecond: boolean;
  readonly isEstablished: boolean;
  /** What of the answer is not believed yet, and why. */
  readonly holds: Set<Held>;
  kind: DoubtKind | null;
  /** The part of its worth that something else was paid for, USD. */
  paid: Decimal;
  /** The part of its loose worth that left elsewhere, within the hour or for it: it needs no new room, USD. */
  carried: Decimal;
  /** It was paid for with what the person had: nobody sent it uninvited. */
  isInvited: boolean;
  /** It is believed at once, whatever else would doubt it: it came from an own wallet, or came back. */
  isKnownMoney: boolean;
  isReturn: boolean;
}

/** The changes of all answered wallets, in the order of the wallets and of their holdings. */
export function changesOf(round: Round): HoldingChange[] {
  return round.answered.flatMap(answered => changesOfWallet(answered, round));
}

function changesOfWallet(answered: AnsweredWallet, round: Round): HoldingChange[] {
  const { walletId, base, proposed } = answered;
  const changes: HoldingChange[] = [];
  for (const { before, after: given } of differingPairs(base.holdings, proposed.holdings)) {
    const after = before ? given : withKnownPrice(given, round);
    const holding = after ?? before;
    // A row that could not be read says nothing.
    if (!holding || (before && after?.isStale)) continue;
    const answeredAt = answered.answeredAt(holding.chainIndex);
    if (answeredAt === null) continue;
    const isEstablished = round.isEstablished(holding);
    changes.push({
      id: holding.id,
      walletId,
      chainIndex: holding.chainIndex,
      token: tokenOf(holding),
      place: placeOf(holding),
      symbol: holding.symbol,
      before,
      after: after && isEstablished && after.isRisky ? { ...after, isRisky: false } : after,
      said: statementOf(after),
      answeredAt,
      isFirst: !answered.isCompared(holding.chainIndex),
      isSecond: round.isSecond(holding),
      isEstablished,
      holds: new Set(),
      kind: null,
      paid: ZERO,
      carried: ZERO,
      isInvited: false,
      isKnownMoney: false,
      isReturn: false
    });
  }
  return changes;
}

/**
 * While OKX gives no price of a token, what comes has the one that it came with, else the one at which the token counts
 * elsewhere, for as long; without what came with another price that is in doubt.
 */
function withKnownPrice(arrived: Holding | undefined, round: Round): Holding | undefined {
  if (!arrived || arrived.price !== null) return arrived;
  const record = round.memory.doubted[arrived.id];
  if (record?.holds.includes('price')) return arrived;
  const known = priceItCameWith(record, round) ?? round.pricedLike(arrived);
  return known ? { ...arrived, ...known } : arrived;
}

function priceItCameWith(record: DoubtedHolding | undefined, { now }: Round): KnownPrice | null {
  const { price = null, priceKeptSince = null } = record?.arrived ?? {};
  if (price === null || (priceKeptSince !== null && now - priceKeptSince > DAY_MS)) return null;
  return { price, priceKeptSince: priceKeptSince ?? now };
}

export function placeOf({ chainIndex, address, walletId }: Holding): string {
  return `${chainIndex}/${address === '' ? walletId : address}`;
}

/** Whether the answer lacks a holding that was believed. */
export function isLacking({ before, after }: HoldingChange): boolean {
  return before !== undefined && after === undefined;
}

/** The amount as far as it counts: DeFi is its value, since its amount is always one. */
export function amountOf(holding: Holding | undefined): Decimal {
  if (!holding) return ZERO;
  if (isDefi(holding)) return holdingValueOf(holding).value ?? ZERO;
  return holdingValueOf(holding).balance;
}

/** What a change adds to the amount: below zero when it leaves. */
export function addedAmount({ before, after }: HoldingChange): Decimal {
  return subtract(amountOf(after), amountOf(before));
}

/** What is believed of a change with all that it holds; undefined: nothing. */
export function believedOf({ before, after, holds }: HoldingChange): Holding | undefined {
  if (holds.size === 0) return after;
  if (!before || !after) return holds.has('amount') ? before : after;
  const held = {
    ...after,
    ...(holds.has('amount') ? { balance: before.balance, decimals: before.decimals } : {}),
    ...(holds.has('price') || (holds.has('amount') && isDefi(after))
      ? { price: before.price, priceKeptSince: after.priceKeptSince ?? before.priceKeptSince }
      : {}),
    ...(holds.has('risk') ? { isRisky: before.isRisky } : {})
  };
  return isSameHolding(before, held) ? before : held;
}

/** The value of an amount at the price of the holding, USD; null: no price is known. */
export function worthAt(amount: Decimal, holding: Holding | undefined): Decimal | null {
  if (!holding || holding.price === null) return null;
  if (isDefi(holding)) return amount;
  return multiply(amount, decimal(holding.price));
}
