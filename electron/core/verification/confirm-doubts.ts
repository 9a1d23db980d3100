// Confirms doubts: believes what enough answers agreed on, and remembers what left so.
import {
  add,
  decimal,
  multiply,
  smallerOf,
  subtract,
  sum,
  toText,
  type Decimal
} from '../../../shared/domain/decimal';
import type { Holding } from '../../../shared/schema/holding';
import type { DoubtedHolding, GoneHolding } from '../../../shared/schema/verification';
import { amountOf, type HoldingChange } from './changes';
import { isConfirmed, neededFor, sumOfWorth, type DoubtBook } from '../doubts/doubt-book';
import { addedWorth, MOST_PART } from './moves-and-swaps';
import { isMost, partsOf, spend } from './payments';
import { answerFor, outflowsOf, valueOf, type Round } from './round-facts';
import { isPriceUnknown } from './settle-doubts';

/**
 * Believes what enough answers agreed on. Gives the ids of the doubts that were confirmed in full or in part, without
 * those of swaps: what left there has paid.
 */
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
    // Of a swap the side that is missing may lie in a wallet that was not asked, but was since the other side came. A row
    // that cannot be read is not missing.
    const cameAt = Math.min(...holdings.filter(one => !isMissing(one)).map(beganAt));
    const isAway = (one: DoubtedHolding & { id: string }) =>
      isPair && isMissing(one) && one.answeredAt >= cameAt && !answerFor(one.id, round);
    const isReady = (one: DoubtedHolding & { id: string }) =>
      isConfirmed(one, neededFor(one, isPair)) && (changeOf.has(one.id) || isAway(one));
    const ready = isPair && !holdings.every(isReady) ? [] : holdings.filter(isReady);
    if (ready.length === 0) continue;
    if (!isPair) confirmed.add(doubtId);
    const ended: typeof ready = [];
    const budget = isPair ? budgetOf(ready.filter(isMissing), round) : null;
    for (const one of ready) {
      const change = changeOf.get(one.id);
      if (change && staysInDoubt(one, change, book)) continue;
      ended.push(one);
      if (!change) round.removed.add(one.id);
      else {
        change.holds.clear();
        if (budget && !isMissing(one)) spendBudget(budget, change, round);
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
    for (const part of budget?.parts ?? []) spend(part, part.worth, round);
    if (ended.length > 0)
      book.tell('confirmed', doubtId, { holdings: ended, worth: toText(sumOfWorth(ended)) });
  }
  releaseCrumbs(changes, book);
  return confirmed;
}

/** The service's time of the first answer that agreed, ms; later where a long gap was counted for less. */
function beganAt({ answeredAt, agreedMs }: DoubtedHolding): number {
  return answeredAt - agreedMs;
}

/** Answers that gave no price confirmed the amount alone: the price stays in doubt, measured from now on. */
function staysInDoubt(
  record: DoubtedHolding & { id: string },
  change: HoldingChange,
  book: DoubtBook
): boolean {
  if (change.before === undefined || !isPriceUnknown(change, record)) return false;
  const { id, ...rest } = record;
  const { balance } = change.said;
  change.holds.clear();
  change.holds.add('price');
  change.kind = 'leap-of-price';
  book.doubted[id] = {
    ...rest,
    kind: 'leap-of-price',
    holds: ['price'],
    first: { ...rest.first, balance },
    last: { ...rest.last, balance },
    agreedMs: 0,
    answers: 1
  };
  return true;
}

/** What is missing in a swap, as money and as loose worth. */
interface Budget {
  readonly parts: ReturnType<typeof partsOf>;
  money: Decimal;
  loose: Decimal;
}

function budgetOf(missing: readonly { readonly id: string }[], round: Round): Budget {
  const ids = new Set(missing.map(({ id }) => id));
  const parts = round.snapshots
    .flatMap(({ holdings }) => holdings.filter(({ id }) => ids.has(id)))
    .flatMap(one => partsOfMissing(one, round));
  const sumOf = (isLoose: boolean) =>
    sum(parts.filter(part => (part.isLoose ?? false) === isLoose).map(({ worth }) => worth));
  return { parts, money: multiply(sumOf(false), MOST_PART), loose: sumOf(true) };
}

/** Without what it paid for before it was set against the arrivals of the swap. */
function partsOfMissing(missing: Holding, round: Round): Budget['parts'] {
  const known = outflowsOf(missing, round);
  if (known.length === 0)
    return partsOf(missing, { amount: amountOf(missing), worth: valueOf(missing) }, round);
  return known.map(({ worth, ...outflow }) => ({ ...outflow, worth: decimal(worth) }));
}

function spendBudget(budget: Budget, change: HoldingChange, round: Round): void {
  const worth = addedWorth(change, round);
  change.paid = smallerOf(worth, budget.money);
  budget.money = subtract(budget.money, change.paid);
  if (change.isEstablished) return;
  change.carried = smallerOf(subtract(worth, change.paid), budget.loose);
  budget.loose = subtract(budget.loose, change.carried);
  const isUninvited = budget.parts.every(({ token = '' }) => round.memory.tokens[token]?.isUninvited);
  change.isInvited = !isUninvited && isMost(add(change.paid, change.carried), worth);
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
