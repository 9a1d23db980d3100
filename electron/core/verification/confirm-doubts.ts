// Confirms doubts: believes what enough answers agreed on, and remembers what left so.
import { multiply, smallerOf, subtract, toText } from '../../../shared/domain/decimal';
import type { DoubtedHolding, GoneHolding } from '../../../shared/schema/verification';
import { amountOf, type HoldingChange } from './changes';
import { isConfirmed, neededFor, sumOfWorth, type DoubtBook } from '../doubts/doubt-book';
import { addedWorth, PAID_PART } from './moves-and-swaps';
import type { Round } from './round-facts';

/** Believes what enough answers agreed on. Gives the ids of the doubts that were confirmed in full or in part. */
export function confirmDoubts(
  changes: readonly HoldingChange[],
  round: Round,
  gone: Record<string, GoneHolding>
): ReadonlySet<string> {
  const { book } = round;
  const changeOf = new Map(changes.map(change => [change.id, change]));
  const confirmed = new Set<string>();
  for (const [doubtId, doubt] of Object.entries(book.doubts)) {
    const holdings = book.holdingsOf(doubtId);
    const isMissing = ({ first }: DoubtedHolding) => first.balance === '0';
    const isPair = doubt.isPaired && holdings.some(isMissing) && !holdings.every(isMissing);
    const isReady = (one: DoubtedHolding & { id: string }) =>
      isConfirmed(one, neededFor(one, isPair)) && (changeOf.has(one.id) || (isPair && isMissing(one)));
    const ready = isPair && !holdings.every(isReady) ? [] : holdings.filter(isReady);
    if (ready.length === 0) continue;
    confirmed.add(doubtId);
    let budget = multiply(book.worthOf(doubtId), PAID_PART);
    for (const one of ready) {
      const change = changeOf.get(one.id);
      if (!change) round.removed.add(one.id);
      else {
        change.holds.clear();
        if (isPair && !isMissing(one)) {
          change.paid = smallerOf(addedWorth(change, round), budget);
          budget = subtract(budget, change.paid);
        }
        if (!isPair && isMissing(one) && change.before)
          gone[one.id] = {
            balance: toText(amountOf(change.before)),
            price: change.before.price,
            at: round.now,
            isTold: doubt.toldAt !== null
          };
      }
      book.drop(one.id);
    }
    book.tell('confirmed', doubtId, { holdings: ready, worth: toText(sumOfWorth(ready)) });
  }
  releaseCrumbs(changes, book);
  return confirmed;
}

/** The crumbs of a silent chain stay only as long as something of worth on it is in doubt. */
function releaseCrumbs(changes: readonly HoldingChange[], book: DoubtBook): void {
  const placeOfChange = ({ walletId, chainIndex }: HoldingChange) => `${walletId}/${chainIndex}`;
  const isSilent = ({ kind }: HoldingChange) => kind === 'silent-chain';
  const open = new Set(
    changes.filter(change => isSilent(change) && book.doubted[change.id]).map(placeOfChange)
  );
  for (const change of changes)
    if (isSilent(change) && !open.has(placeOfChange(change))) change.holds.clear();
}
