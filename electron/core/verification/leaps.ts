// Leaps: amounts and prices that change so far at once that an error is likelier than the truth, and risk flags.
import { compareDecimals, decimal, multiply, subtract, type Decimal } from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import { amountOf, isLacking, type HoldingChange } from './changes';
import { addedWorth } from './moves-and-swaps';
import { absoluteValueOf, isLarge, valueOf, type Round } from './round-facts';
import { isMovedPoint, isWithin, isWithinFactor } from '../doubts/statement';
import { isRemembered } from './token-past';

const TENFOLD: Decimal = { units: 10n, scale: 0 };
const TWOFOLD: Decimal = { units: 2n, scale: 0 };

/** Finds moved points, leaps of prices and risk flags, holding by holding. */
export function findLeaps(changes: readonly HoldingChange[], round: Round): void {
  for (const change of changes) {
    if (change.isFirst || isLacking(change)) continue;
    if (isFlagged(change, round)) hold(change, 'risk', 'risk-flag', round);
    if (isExchanged(change)) continue;
    if (isPointMoved(change, round)) hold(change, 'amount', 'moved-point', round);
    if (isPriceLeap(change, round)) hold(change, 'price', 'leap-of-price', round);
    if (isStrangelyPriced(change, round)) {
      hold(change, 'amount', 'leap-of-amount', round);
      hold(change, 'price', 'leap-of-price', round);
    }
  }
}

/** A doubt of the holding that began earlier goes on, and holds this too. */
function hold(
  change: HoldingChange,
  held: 'amount' | 'price' | 'risk',
  kind: NonNullable<HoldingChange['kind']>,
  round: Round
): void {
  if (change.holds.has(held)) return;
  const isOpen = change.holds.size > 0;
  change.holds.add(held);
  const { book } = round;
  const record = book.doubted[change.id];
  if (isOpen && record) book.put(change, record.doubtId, record.kind, decimal(record.worth));
  else book.open(change, kind, worthInDoubt(change, held), false);
}

function worthInDoubt({ before, after }: HoldingChange, held: 'amount' | 'price' | 'risk'): Decimal {
  if (held === 'risk') return absoluteValueOf(before);
  return subtract(valueOf(after), valueOf(before));
}

/**
 * Amount and price change against each other: a token was exchanged for a larger or smaller unit of itself. Where one of
 * them is held already, the other alone would be believed.
 */
function isExchanged({ before, after, holds }: HoldingChange): boolean {
  if (holds.has('amount') || holds.has('price')) return false;
  if (!before || !after || isDefi(after) || before.price === null || after.price === null) return false;
  const [isAmountNear, isPriceNear] = [
    isWithin(before.balance, after.balance, TWOFOLD),
    isWithin(before.price, after.price, TWOFOLD)
  ];
  return !isAmountNear && !isPriceNear && isWithinFactor(valueOf(before), valueOf(after), TWOFOLD);
}

function isPointMoved({ id, before, after }: HoldingChange, { counts, memory }: Round): boolean {
  if (!counts(before) || !after || isDefi(after) || before.balance === after.balance) return false;
  // An amount that waits for the person's OK was confirmed.
  const waiting = memory.waiting[id]?.balance ?? null;
  if (waiting !== null && isWithin(waiting, after.balance, TENFOLD)) return false;
  return isMovedPoint(before.balance, after.balance);
}

function isPriceLeap(change: HoldingChange, round: Round): boolean {
  const { before, after, token } = change;
  if (!before || !after || isDefi(after) || after.price === null || after.priceKeptSince !== null)
    return false;
  if (before.isUnverified || !(round.canCount(after) || change.holds.has('risk'))) return false;
  // What does not count, such as a flagged token, has no believed price.
  if (before.price !== null && !round.counts(before)) return false;
  const last = before.price ?? lastKnownPrice(token, round);
  if (last !== null) {
    const times: Decimal = { units: BigInt(round.rules.priceTimes), scale: 0 };
    // A price that waits for the person's OK was confirmed.
    const waiting = round.memory.waiting[change.id]?.price ?? null;
    return !isWithin(last, after.price, times) && !(waiting && isWithin(waiting, after.price, times));
  }
  return change.isEstablished && isLarge(valueOf(after), round);
}

/** What arrives anew has no believed price of its own: that of the token is compared. */
function isStrangelyPriced({ before, after, token, isEstablished }: HoldingChange, round: Round): boolean {
  if (before || !after || !isEstablished || isDefi(after) || after.price === null) return false;
  const last = lastKnownPrice(token, round);
  return last !== null && !isWithin(last, after.price, { units: BigInt(round.rules.priceTimes), scale: 0 });
}

/** Whether the price that an answer gives of what arrives anew is that of the token, or near it. */
export function isUsualPrice({ before, after, token }: HoldingChange, round: Round): boolean {
  if (before || !after || after.price === null) return false;
  const last = lastKnownPrice(token, round);
  return last !== null && isWithin(last, after.price, { units: BigInt(round.rules.priceTimes), scale: 0 });
}

/** The price at which the token counts in any wallet, else that at which it did within 30 days. */
function lastKnownPrice(token: string, { memory, snapshots, counts, now }: Round): string | null {
  const held = snapshots
    .flatMap(({ holdings }) => holdings)
    .find(holding => tokenOf(holding) === token && counts(holding));
  if (held) return held.price;
  const past = memory.tokens[token];
  return past && isRemembered(past, now) ? past.price : null;
}

function isFlagged({ before, after }: HoldingChange, { counts, canCount }: Round): boolean {
  return counts(before) && !before.isRisky && after?.isRisky === true && !canCount(after);
}

/** Finds established tokens that arrive anew or grow tenfold, beyond what was paid for. */
export function findLeapsOfAmount(changes: readonly HoldingChange[], round: Round): void {
  for (const change of changes) {
    if (!change.isEstablished || change.isFirst || change.holds.has('amount') || isLacking(change)) continue;
    if (change.isKnownMoney || change.isReturn || isExchanged(change) || !isTenfold(change, round)) continue;
    const added = addedWorth(change, round);
    if (!isLarge(subtract(added, change.paid), round)) continue;
    hold(change, 'amount', 'leap-of-amount', round);
  }
}

function isTenfold({ before, after }: HoldingChange, { counts }: Round): boolean {
  if (!counts(before)) return isNewAmount(before, after);
  return compareDecimals(amountOf(after), multiply(amountOf(before), TENFOLD)) >= 0;
}

/** A holding whose amount was listed already, and only begins to count, does not arrive. */
function isNewAmount(before: Holding | undefined, after: Holding | undefined): boolean {
  return after !== undefined && (before === undefined || before.balance !== after.balance);
}
