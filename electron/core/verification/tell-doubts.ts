// Tells of doubts: that one began, that it is worth a notification, and that an answer named what was missing as before.
import { compareDecimals, decimal, toText, type Decimal } from '../../../shared/domain/decimal';
import { SECOND_MS } from '../../../shared/domain/durations';
import { isNative } from '../../../shared/domain/token-identity';
import type { VerificationMemory } from '../../../shared/schema/verification';
import { addedAmount, isLacking, type HoldingChange } from './changes';
import { sumOfWorth, type DoubtBook } from '../doubts/doubt-book';
import { answerFor, percentOfTotal, type Round } from './round-facts';
import type { AsBefore } from './settle-doubts';

/** A doubt of this worth, or of this share of the total, is notified once its answers agreed for so long. */
const TOLD_USD: Decimal = { units: 1000n, scale: 0 };
const TOLD_PERCENT = 5;
const TOLD_AFTER_MS = 90 * SECOND_MS;

/** Says of each doubt that began whether it takes looks, and tells those that are worth it. */
export function tellBegun(changes: readonly HoldingChange[], round: Round): void {
  const { book, now, memory } = round;
  const changeOf = new Map(changes.map(change => [change.id, change]));
  for (const [doubtId, doubt] of Object.entries(book.doubts)) {
    const holdings = book.holdingsOf(doubtId);
    if (holdings.length === 0) continue;
    const worth = book.worthOf(doubtId);
    const isNew = memory.doubts[doubtId] === undefined;
    if (isNew) {
      const own = holdings.flatMap(({ id }) => changeOf.get(id) ?? []);
      // What comes beside something uninvited that is missing is as uninvited, unless it is established.
      const isJudged = (change: HoldingChange) =>
        !doubt.isPaired || change.isEstablished || isLacking(change);
      const isLoud = (change: HoldingChange) =>
        !change.isSecond && isJudged(change) && !memory.tokens[change.token]?.isUninvited;
      const takesLooks = own.some(change => isLoud(change) && change.isEstablished);
      book.doubts[doubtId] = { ...doubt, isQuiet: !own.some(isLoud), takesLooks };
      book.tell('began', doubtId, { holdings, worth: toText(worth) });
    }
    const next = book.doubts[doubtId] ?? doubt;
    if (next.toldAt !== null || next.isQuiet || !isWorthTelling(worth, round)) continue;
    // A poll that failed tells nothing of what earlier answers said.
    if (!holdings.some(({ id }) => answerFor(id, round))) continue;
    const hasAgreed = holdings.every(({ agreedMs }) => agreedMs >= TOLD_AFTER_MS);
    if (!hasAgreed && (next.isPaired || !isFeePaid(holdings, changes))) continue;
    book.doubts[doubtId] = { ...next, toldAt: now };
    book.tell('told', doubtId, { holdings, worth: toText(worth) });
  }
}

/** The same of refused chains, which have no holding in doubt: all of the chain is. */
export function tellRefused(records: VerificationMemory['refusedChains'], round: Round): void {
  const { book, now, memory } = round;
  for (const { doubtId, agreedMs, answeredAt, worth } of Object.values(records)) {
    const doubt = book.doubts[doubtId];
    if (!doubt) continue;
    if (memory.doubts[doubtId] === undefined) book.tell('began', doubtId, { holdings: [], worth });
    if (doubt.toldAt !== null || agreedMs < TOLD_AFTER_MS || answeredAt !== now) continue;
    if (!isWorthTelling(decimal(worth), round)) continue;
    book.doubts[doubtId] = { ...doubt, toldAt: now };
    book.tell('told', doubtId, { holdings: [], worth });
  }
}

function isWorthTelling(worth: Decimal, { total }: Round): boolean {
  return (
    compareDecimals(worth, TOLD_USD) >= 0 ||
    compareDecimals(worth, percentOfTotal(total(), TOLD_PERCENT)) >= 0
  );
}

/** Somebody paid a fee where something is missing: the chain's coin fell at the same address. */
function isFeePaid(holdings: readonly { readonly id: string }[], changes: readonly HoldingChange[]): boolean {
  const places = new Set(
    changes
      .filter(change => isLacking(change) && holdings.some(({ id }) => id === change.id))
      .map(({ place }) => place)
  );
  return changes.some(
    change =>
      places.has(change.place) &&
      !isLacking(change) &&
      change.before !== undefined &&
      isNative(change.before) &&
      addedAmount(change).units < 0n
  );
}

/** Of each doubt that ended, with all its holdings. */
export function tellAsBefore(ended: AsBefore, book: DoubtBook): void {
  const doubtIds = new Set([...ended.values()].map(({ doubtId }) => doubtId));
  for (const doubtId of doubtIds) {
    const holdings = [...ended]
      .filter(([, record]) => record.doubtId === doubtId)
      .map(([id, record]) => ({ ...record, id }));
    book.tell('as-before', doubtId, { holdings, worth: toText(sumOfWorth(holdings)) });
  }
}
