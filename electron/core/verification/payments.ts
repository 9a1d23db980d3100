// Payments: what left pays for what arrived. Of a token that is not established only what was paid for it is money; the
// rest was loose, and makes room for as much, so that no token becomes money by being exchanged for another.
import {
  add,
  compareDecimals,
  decimal,
  multiply,
  smallerOf,
  subtract,
  ZERO,
  type Decimal
} from '../../../shared/domain/decimal';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import type { Outflow } from '../../../shared/schema/verification';
import { costOf, INCLUDED_FACTOR } from '../established/established';
import type { HoldingChange } from './changes';
import { LEAST_PART, MOST_PART } from './moves-and-swaps';
import type { Round } from './round-facts';
import { countedTokens } from './token-past';

export interface Source extends Omit<Outflow, 'worth'> {
  worth: Decimal;
}

type Kind = Pick<Source, 'token' | 'isLoose'>;

/** What leaves of a holding, as money and as loose worth. */
export function partsOf(
  holding: Holding,
  left: { readonly amount: Decimal; readonly worth: Decimal },
  round: Round
): (Kind & { readonly worth: Decimal })[] {
  if (round.isEstablished(holding)) return [{ worth: left.worth }];
  const token = tokenOf(holding);
  const money = smallerOf(left.worth, backingThatLeaves(token, left.amount, round));
  const loose = subtract(left.worth, money);
  return [
    { worth: money, token },
    { worth: loose, token, isLoose: true }
  ].filter(({ worth }) => worth.units > 0n);
}

function backingThatLeaves(token: string, amount: Decimal, round: Round): Decimal {
  const past = round.memory.tokens[token];
  if (!past?.cost && !past?.includedWorth) return ZERO;
  const had = countedTokens(new Set([token]), round).get(token)?.amount ?? ZERO;
  const included = multiply(decimal(past.includedWorth ?? '0'), INCLUDED_FACTOR);
  return add(included, subtract(costOf(past, had), costOf(past, subtract(had, amount))));
}

/** Sets an arrival against the sources that may pay for it. */
export function pay(change: HoldingChange, worth: Decimal, sources: readonly Source[], round: Round): void {
  const { token, isEstablished } = change;
  if (isEstablished) {
    change.paid = take(sources, worth, MOST_PART, round);
    return;
  }
  // What comes back brings along what was paid for it.
  const own = sources.filter(source => source.token === token && !source.holdingId);
  const ownLoose = take(
    own.filter(({ isLoose }) => isLoose),
    worth
  );
  const back = add(
    ownLoose,
    take(
      own.filter(({ isLoose }) => !isLoose),
      subtract(worth, ownLoose)
    )
  );
  const others = change.isReturn ? [] : sources.filter(source => source.token !== token);
  const money = others.filter(({ isLoose }) => !isLoose);
  change.paid = take(money, subtract(worth, back), MOST_PART, round);
  const rest = subtract(subtract(worth, back), change.paid);
  const isUninvited = ({ token: from = '' }: Source) => round.memory.tokens[from]?.isUninvited === true;
  // What is in doubt counts still, so it leaves no room.
  const loose = others.filter(({ isLoose, holdingId }) => isLoose && !holdingId);
  const invited = take(
    loose.filter(source => !isUninvited(source)),
    rest
  );
  const uninvited = take(loose.filter(isUninvited), subtract(rest, invited));
  change.carried = add(ownLoose, add(invited, uninvited));
  change.isInvited = isMost(add(change.paid, invited), worth);
}

export function isMost(part: Decimal, worth: Decimal): boolean {
  return compareDecimals(part, multiply(worth, LEAST_PART)) >= 0;
}

const ONCE: Decimal = { units: 1n, scale: 0 };

/** Takes the worth from the sources, which may be a tenth less: a price moves meanwhile. Gives what was taken. */
function take(sources: readonly Source[], worth: Decimal, times = ONCE, round?: Round): Decimal {
  const all = sources.reduce((sum, source) => add(sum, source.worth), ZERO);
  const taken = smallerOf(worth, multiply(all, times));
  let rest = taken;
  for (const source of sources) {
    if (rest.units <= 0n) break;
    const part = smallerOf(rest, source.worth);
    source.worth = subtract(source.worth, part);
    rest = subtract(rest, part);
    if (round) spend(source, part, round);
  }
  return taken;
}

/** What a token paid with is no longer what was paid for it, also when it comes back. */
export function spend({ token, isLoose }: Kind, worth: Decimal, { spent }: Round): void {
  if (token !== undefined && !isLoose) spent.set(token, add(spent.get(token) ?? ZERO, worth));
}
