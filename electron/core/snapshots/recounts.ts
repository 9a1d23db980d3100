// Recounts: what changed a total and is neither a price nor a transfer, by its cause: a token that came back or came
// uninvited, a price that became known, a mark, a chain or a wallet that was answered for the first time.
import {
  add,
  decimal,
  isZero,
  multiply,
  subtract,
  toText,
  ZERO,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import type { CountingStatus, RecountCause } from '../../../shared/schema/app-state';
import type { Holding } from '../../../shared/schema/holding';
import type { Recounts } from '../ports/history-point';
import { holdingValueOf } from './holding-values';

/** Changes that count, and are neither a transfer nor a move of a price: all they do to the total is recounted. */
export interface RecountedChanges {
  /** A token that arrived by itself; what arrives or leaves of it is a move all the same. */
  readonly isUninvited?: (holding: Holding) => boolean;
  /** A holding that was confirmed as gone, and came back: it did not arrive. */
  readonly isReturned?: (holding: Holding) => boolean;
  /** More of the holding waits for the person's OK than counts. */
  readonly isPart?: (holding: Holding) => boolean;
  /** Why the chain of the holding is not compared; null: not known. */
  readonly uncomparedCause?: (holding: Holding) => RecountCause | null;
}

/** Both sides of what is compared; undefined: it was not there, or is not any more. */
export interface HoldingPair {
  readonly before: Holding | undefined;
  readonly after: Holding | undefined;
}

type CountingStatusOf = (holding: Holding) => CountingStatus;

/** Null: nothing. DeFi is left out: what it did is known from its sums. */
export function recountsOf(
  pairs: readonly HoldingPair[],
  countingStatus: CountingStatusOf,
  isComparable: (chainIndex: string) => boolean,
  changes: RecountedChanges
): Recounts | null {
  const sums = new Map<RecountCause, Decimal>();
  for (const { before, after } of pairs) {
    const holding = after ?? before;
    if (!holding) continue;
    const isFirst = !isComparable(holding.chainIndex);
    const cause = isFirst ? changes.uncomparedCause?.(holding) : causeOf(holding, before, after, changes);
    if (!cause || (isDefi(holding) && cause !== 'wallet-added')) continue;
    const [old, now] = [before, after].map(one => (one ? countedValueOf(one, countingStatus) : null));
    const plus = (own: RecountCause, amount: Decimal) => sums.set(own, add(sums.get(own) ?? ZERO, amount));
    if (old && now && before && after && !isFirst && isMarkedCause(cause))
      plus('price-known', knownAgain(before, after));
    else plus(cause, subtract(now ?? ZERO, old ?? ZERO));
  }
  return textsOf(sums);
}

/** Null: all that changed is a price or a transfer. */
function causeOf(
  holding: Holding,
  before: Holding | undefined,
  after: Holding | undefined,
  { isReturned, isUninvited }: RecountedChanges
): RecountCause | null {
  if (isReturned?.(holding)) return 'returned';
  if (isUninvited?.(holding)) return 'uninvited';
  if (!before || !after) return null;
  if (before.isRisky !== after.isRisky) return 'risk-mark';
  if (Boolean(before.isUnverified) !== Boolean(after.isUnverified))
    return after.isUnverified ? 'token-excluded' : 'token-included';
  if (before.price === null) return after.price === null ? null : 'price-known';
  if (after.price === null) return 'price-gone';
  return before.priceKeptSince !== null && after.priceKeptSince === null ? 'price-known' : null;
}

/** A cause that makes something count, or not. What counts before and after it is moved by prices and transfers. */
function isMarkedCause(cause: RecountCause): boolean {
  return cause !== 'returned' && cause !== 'uninvited';
}

/** Null: it does not count. */
function countedValueOf(holding: Holding, countingStatus: CountingStatusOf): Decimal | null {
  return countingStatus(holding) === 'counted' ? holdingValueOf(holding).value : null;
}

/** A reused price that is given again moved nothing: what it does to what was held is neither price nor transfer. */
function knownAgain(before: Holding, after: Holding): Decimal {
  if (before.priceKeptSince === null || after.priceKeptSince !== null) return ZERO;
  const [old, now] = [holdingValueOf(before), holdingValueOf(after)];
  return old.price && now.price ? multiply(old.balance, subtract(now.price, old.price)) : ZERO;
}

/** The sum of both. Null: nothing. */
export function addRecounts(a: Recounts | undefined, b: Recounts | undefined): Recounts | null {
  return combined(a, b, add);
}

export function subtractRecounts(a: Recounts | undefined, b: Recounts | undefined): Recounts | null {
  return combined(a, b, subtract);
}

function combined(
  a: Recounts | undefined,
  b: Recounts | undefined,
  combine: (a: Decimal, b: Decimal) => Decimal
): Recounts | null {
  if (!b) return a && Object.keys(a).length > 0 ? a : null;
  const sums = new Map(amountsOf(a ?? {}));
  for (const [cause, amount] of amountsOf(b)) sums.set(cause, combine(sums.get(cause) ?? ZERO, amount));
  return textsOf(sums);
}

export function amountsOf(recounts: Recounts): [RecountCause, Decimal][] {
  return (Object.entries(recounts) as [RecountCause, DecimalText][]).map(([cause, amount]) => [
    cause,
    decimal(amount)
  ]);
}

function textsOf(sums: ReadonlyMap<RecountCause, Decimal>): Recounts | null {
  const moved = [...sums].filter(([, amount]) => !isZero(amount));
  return moved.length === 0
    ? null
    : Object.fromEntries(moved.map(([cause, amount]) => [cause, toText(amount)]));
}
