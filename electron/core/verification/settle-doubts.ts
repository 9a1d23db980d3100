// Settles the doubts of the rounds before with the answers of this one: agreed with, begun again, or ended as before.
import type { Decimal } from '../../../shared/domain/decimal';
import type { DoubtedHolding } from '../../../shared/schema/verification';
import { isLacking, type HoldingChange } from './changes';
import { isUsualPrice } from './leaps';
import { answerFor, isNamedAsBefore, type Round } from './round-facts';
import { agrees, isWithin, statementOf, type Held } from '../doubts/statement';

/** An amount within this factor of what is believed is an ordinary change of it. */
const NEAR_FACTOR: Decimal = { units: 10n, scale: 0 };

/** The holdings whose doubt an answer of this round ended by naming them as before, with their last records. */
export type AsBefore = Map<string, DoubtedHolding>;

export function settleDoubts(changes: readonly HoldingChange[], round: Round): AsBefore {
  const asBefore: AsBefore = new Map();
  const end = (id: string, record: DoubtedHolding) => {
    asBefore.set(id, record);
    round.book.drop(id);
  };
  const changeOf = new Map(changes.map(change => [change.id, change]));
  for (const [id, record] of Object.entries(round.book.doubted)) {
    const change = changeOf.get(id);
    if (change) settle(change, record, round, end);
    else if (isNamedAsBefore(id, round, record.arrived) && !staysUnpriced(id, record, round)) end(id, record);
  }
  return asBefore;
}

/** No price is given again: that of the doubt is neither confirmed nor denied. All else is as before. */
function staysUnpriced(id: string, record: DoubtedHolding, round: Round): boolean {
  const named = answerFor(id, round)?.proposed.holdings.find(one => one.id === id);
  if (!named || named.priceKeptSince === null || !record.holds.includes('price')) return false;
  round.book.doubted[id] = { ...record, holds: ['price'] };
  return true;
}

function settle(
  change: HoldingChange,
  record: DoubtedHolding,
  round: Round,
  end: (id: string, record: DoubtedHolding) => void
): void {
  const wasLacking = record.first.balance === '0';
  // What is missing is measured with all that the same answer lacks.
  if (isLacking(change)) {
    if (!wasLacking) round.book.drop(change.id);
    return;
  }
  if (wasLacking) return end(change.id, record);
  if (isPriceUnknown(change, record)) return settleUnpriced(change, record, round, end);
  // An arrival with an impossible price has a usual one now.
  if (record.holds.includes('price') && isUsualPrice(change, round)) return end(change.id, record);
  if (agrees(change.said, record) && !hasOtherPrice(change, record, round)) {
    keep(change, record.holds, record);
    round.book.agree(change);
    return;
  }
  const holds = record.holds.filter(held => !isNear(held, change, round));
  if (holds.length === 0) return end(change.id, record);
  keep(change, holds, record);
  round.book.restart(change);
}

function keep(change: HoldingChange, holds: readonly Held[], { kind }: DoubtedHolding): void {
  for (const held of holds) change.holds.add(held);
  change.kind = kind;
}

/** The amount is confirmed without a price as well; a price that is unknown for a day is in no doubt any more. */
function settleUnpriced(
  change: HoldingChange,
  record: DoubtedHolding,
  round: Round,
  end: (id: string, record: DoubtedHolding) => void
): void {
  const isForgotten = change.after?.price === null && change.before !== undefined;
  const holds = record.holds.filter(held => held !== 'price' || !isForgotten);
  if (holds.length === 0) return end(change.id, record);
  keep(change, holds, record);
  const others = holds.filter(held => held !== 'price');
  if (others.length === 0) return;
  if (agrees(change.said, { ...record, holds: others })) round.book.agree(change);
  else round.book.restart(change);
}

/** The service gives no price for a while: that says nothing about the price in doubt. */
export function isPriceUnknown({ after }: HoldingChange, { holds }: Pick<DoubtedHolding, 'holds'>): boolean {
  return holds.includes('price') && (after?.price === null || after?.priceKeptSince !== null);
}

/** What arrives has no believed price yet: answers that confirm it agree on its price as well. */
function hasOtherPrice({ before, said }: HoldingChange, { first, last }: DoubtedHolding, { rules }: Round) {
  if (before || said.price === null) return false;
  const times: Decimal = { units: BigInt(rules.priceTimes), scale: 0 };
  return [first, last].some(({ price }) => price !== null && !isWithin(price, said.price, times));
}

function isNear(held: Held, { before, said }: HoldingChange, { rules }: Round): boolean {
  if (!before) return false;
  const believed = statementOf(before);
  if (held === 'risk') return said.isRisky === believed.isRisky;
  if (held === 'price')
    return isWithin(believed.price, said.price, { units: BigInt(rules.priceTimes), scale: 0 });
  return isWithin(believed.balance, said.balance, NEAR_FACTOR);
}
