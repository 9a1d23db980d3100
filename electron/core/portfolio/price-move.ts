// Price move: the one meaning of a percent. Of a token it is what its price did; of a sum (a chain, a wallet, all) it is
// its time-weighted return, which history points keep as an index. So money that comes, goes or is recounted moves none.
import {
  absolute,
  compareDecimals,
  decimal,
  divide,
  multiply,
  percentOf,
  subtract,
  sum,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import type { HistoryPoint } from '../ports/history-point';

/** What has a return: everything, a chain in all wallets together, or a wallet. */
export interface SumSubject {
  readonly chainIndex?: string | undefined;
  readonly walletId?: string | undefined;
}

/** The key of `HistoryPoint.returns`. */
export function returnKeyOf({ chainIndex, walletId }: SumSubject): string {
  if (chainIndex !== undefined) return `chain/${chainIndex}`;
  return walletId === undefined ? '' : `wallet/${walletId}`;
}

/**
 * Percent with two decimals between two points; null where none is known: the subject was not there, or what it owned
 * was no more than what it owed. A chain of one wallet has none.
 */
export function returnBetween(
  before: HistoryPoint,
  after: HistoryPoint,
  subject: SumSubject
): DecimalText | null {
  if (subject.chainIndex !== undefined && subject.walletId !== undefined) return null;
  const key = returnKeyOf(subject);
  const [from, to] = [before.returns?.[key], after.returns?.[key]];
  if (from && to && from.since === to.since) {
    const start = decimal(from.index);
    return percentOf(subtract(decimal(to.index), start), start, 2);
  }
  return from && to ? null : returnOfBooks(before, after, subject);
}

/** Of points without an index: what the books say of prices, in percent of all that they could move. */
function returnOfBooks(
  before: HistoryPoint,
  after: HistoryPoint,
  { chainIndex, walletId }: SumSubject
): DecimalText | null {
  if (chainIndex !== undefined) return returnOfTokens(before, after, chainIndex);
  const [from, to] = [before, after].map(point =>
    walletId === undefined ? { value: point.total, prices: point.ledger.prices } : point.wallets[walletId]
  );
  if (!from || !to) return null;
  const prices = subtract(decimal(to.prices), decimal(from.prices));
  const base = baseOf(decimal(from.value), subtract(decimal(to.value), prices));
  return base.units > 0n ? percentOf(prices, base, 2) : null;
}

/**
 * What a move is measured against where only its sum is known. A transfer or a recounted amount must not make it look
 * larger: what came since makes the base larger, what left does not make it smaller.
 */
export function baseOf(then: Decimal, without: Decimal): Decimal {
  return compareDecimals(absolute(then), absolute(without)) < 0 ? without : then;
}

/** What the prices of a chain's largest tokens did to what was held of them before. */
function returnOfTokens(before: HistoryPoint, after: HistoryPoint, chainIndex: string): DecimalText | null {
  const prices = new Map(after.tokens.map(([id, , price]) => [id, price]));
  const held = before.tokens.filter(([id]) => id.split('/')[1] === chainIndex && prices.has(id));
  const effects = held.flatMap(
    ([id, , price, value]) => priceEffectOn(value, price, prices.get(id) ?? price) ?? []
  );
  const base = sum(held.map(([, , , value]) => decimal(value)));
  return effects.length === 0 || base.units <= 0n ? null : percentOf(sum(effects), base, 2);
}

/** Decimals of an amount of USD that a division gives. */
const USD_DECIMALS = 8;

/** What the move of a price did to a value, USD; null: there was no price. */
export function priceEffectOn(value: DecimalText, before: DecimalText, now: DecimalText): Decimal | null {
  const from = decimal(before);
  return divide(multiply(decimal(value), subtract(decimal(now), from)), from, USD_DECIMALS);
}

/** The move of a price in percent with two decimals; null when one of the two is not known. */
export function pricePercent(before: DecimalText | undefined, now: DecimalText | null): DecimalText | null {
  if (before === undefined || now === null) return null;
  const from = decimal(before);
  return percentOf(subtract(decimal(now), from), from, 2);
}
