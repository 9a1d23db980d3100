// Spike guard: marks a suspiciously valuable new token as unverified, and uses a jumped price only when confirmed.
import { compareDecimals, decimal, multiply, type Decimal } from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { MINUTE_MS } from '../../../shared/domain/durations';
import { isNative } from '../../../shared/domain/token-identity';
import type { Holding } from '../../../shared/schema/holding';
import type { Choices, Verdict } from '../../../shared/schema/settings';
import { holdingValueOf, createIndexFinder } from './holding-values';

/** A doubted price is confirmed after this many polls, if they span this time and agree within a factor of two. */
const CONFIRMING_POLLS = 3;
const CONFIRMING_MS = 10 * MINUTE_MS;
const AGREEMENT_FACTOR: Decimal = { units: 2n, scale: 0 };

export interface GuardInput {
  readonly previous: readonly Holding[];
  readonly next: readonly Holding[];
  /** Exact USD of everything that counted before, in all wallets; computed only when a token needs the comparison. */
  readonly total: () => Decimal;
  readonly choices: Choices;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** False for a first snapshot: a baseline is accepted without a check. */
  readonly isCompared: (chainIndex: string) => boolean;
  readonly now: number;
}

export function guardSpikes(input: GuardInput): Holding[] {
  const indexOfId = createIndexFinder(input.previous);
  return input.next.map(holding => {
    const last = input.previous[indexOfId(holding.id)];
    // Nothing changed, and nothing was in doubt.
    if (last === holding) return holding;
    // The price of DeFi is a sum of positions: a deposit can change it by any amount.
    if (!input.isCompared(holding.chainIndex) || isDefi(holding)) return holding;
    const priced = last ? withDoubt(last, holding, input) : holding;
    return isSuspicious(last, priced, input) ? { ...priced, isUnverified: true } : priced;
  });
}

/** Only a token that was not there before is checked; native coins are exempt, since nobody can create fake ones. */
function isSuspicious(
  last: Holding | undefined,
  holding: Holding,
  { total, choices, verdicts }: GuardInput
): boolean {
  if (isNative(holding) || holding.isRisky || verdicts[holding.id] !== undefined) return false;
  if (last) return last.isUnverified === true;
  const { value } = holdingValueOf(holding);
  if (!value || compareDecimals(value, decimal(choices.guardFromUsd)) <= 0) return false;
  const share = multiply(total(), { units: BigInt(Math.round(choices.guardFromPercent * 100)), scale: 4 });
  return compareDecimals(value, share) > 0;
}

function withDoubt(last: Holding, next: Holding, { choices, now }: GuardInput): Holding {
  if (last.price === null || next.price === null || next.priceKeptSince !== null) return next;
  const times: Decimal = { units: BigInt(choices.guardPriceTimes), scale: 0 };
  if (isWithin(decimal(last.price), decimal(next.price), times)) return next;
  const agrees = last.doubt && isWithin(decimal(last.doubt.price), decimal(next.price), AGREEMENT_FACTOR);
  const since = agrees && last.doubt ? last.doubt.since : now;
  const polls = agrees && last.doubt ? last.doubt.polls + 1 : 1;
  if (polls >= CONFIRMING_POLLS && now - since >= CONFIRMING_MS) return next;
  const { price, priceKeptSince } = last;
  return { ...next, price, priceKeptSince, doubt: { price: next.price, since, polls } };
}

/** Whether the two differ by a factor of less than `times`, in both directions. */
function isWithin(a: Decimal, b: Decimal, times: Decimal): boolean {
  return compareDecimals(a, multiply(b, times)) < 0 && compareDecimals(b, multiply(a, times)) < 0;
}
