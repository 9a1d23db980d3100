// The past of tokens: how much of one counted within 30 days, its last price, what was paid for it, and who included it.
import {
  add,
  compareDecimals,
  decimal,
  divide,
  largerOf,
  multiply,
  subtract,
  toText,
  ZERO,
  type Decimal
} from '../../../shared/domain/decimal';
import { DAY_MS, HOUR_MS } from '../../../shared/domain/durations';
import { tokenOf, tokenOfId } from '../../../shared/domain/holding-id';
import { canonicalToken } from '../../../shared/domain/token-identity';
import type { Holding } from '../../../shared/schema/holding';
import type { GoneHolding, TokenPast } from '../../../shared/schema/verification';
import { amountOf, believedOf, type HoldingChange } from './changes';
import { costOf } from '../established/established';
import { valueOf, type Round } from './round-facts';
import { isWithinFactor } from '../doubts/statement';

export type TokenPasts = Record<string, TokenPast>;

/** What counted within this time, and what left, is remembered. */
const REMEMBERED_MS = 30 * DAY_MS;

export function isRemembered({ at }: { readonly at: number }, now: number): boolean {
  return now - at < REMEMBERED_MS;
}

/** What left within the hour may arrive elsewhere: another wallet is asked later, or the service lists it late. */
export function isWithinHour({ at }: { readonly at: number }, now: number): boolean {
  return now - at >= 0 && now - at < HOUR_MS;
}

/** A price within this factor of the last one is of the same token. */
const SAME_PRICE_FACTOR: Decimal = { units: 10n, scale: 0 };
/** What came back has the amount that left, to 1 %. */
const SAME_AMOUNT_FACTOR: Decimal = { units: 101n, scale: 2 };

/** Finds what answers alone had confirmed as gone, and came back as it was. Gives what is gone still. */
export function findReturns(changes: readonly HoldingChange[], round: Round): Record<string, GoneHolding> {
  const { memory, now } = round;
  const gone = Object.fromEntries(Object.entries(memory.gone).filter(([, left]) => isRemembered(left, now)));
  for (const change of changes) {
    const known = gone[change.id];
    if (!known || change.before || !change.after) continue;
    delete gone[change.id];
    if (!isWithinFactor(amountOf(change.after), decimal(known.balance), SAME_AMOUNT_FACTOR)) continue;
    change.isReturn = isSamePrice(change.after.price, known.price);
  }
  return gone;
}

/** What waits for the person's OK is not back yet. */
export function tellReturns(
  changes: readonly HoldingChange[],
  believed: ReadonlyMap<string, Holding>,
  { memory, book }: Round
): void {
  for (const { id, walletId, symbol, after, isReturn } of changes) {
    const back = believed.get(id) ?? after;
    if (!isReturn || !back || back.isUnverified) continue;
    book.events.push({
      type: 'returned',
      holdingId: id,
      walletId,
      symbol,
      amount: toText(amountOf(back)),
      worth: back.price === null ? null : toText(valueOf(back)),
      wasTold: memory.gone[id]?.isTold === true
    });
  }
}

/** What came back at another price is no return: that price has to be confirmed. An unknown one is none. */
function isSamePrice(price: string | null, before: string | null): boolean {
  return (
    price === null || before === null || isWithinFactor(decimal(price), decimal(before), SAME_PRICE_FACTOR)
  );
}

/** Digits of a part of an amount, which only says how a cost lessens. */
const AMOUNT_DIGITS = 36;

/** The past after this round: what fell or left is remembered with the amount that counted before. */
export function rememberTokens(changes: readonly HoldingChange[], round: Round): TokenPasts {
  const added: TokenPasts = {};
  const counted = countedBefore(changes, round);
  const pastOf = (token: string) => added[token] ?? round.memory.tokens[token];
  for (const change of changes) {
    const { token, isEstablished, isKnownMoney, isInvited, paid } = change;
    // What came from a wallet that was asked earlier leaves it only now.
    if (isLeaving(change, round) || (isKnownMoney && counted(token).price !== null))
      added[token] = withPeak(pastOf(token), counted(token), round.now);
    if (!isEstablished && paid.units > 0n && !change.holds.has('amount'))
      added[token] = withCost(pastOf(token), change, counted(token).amount, round.now);
    if (!isEstablished && isInvited && pastOf(token)?.isUninvited)
      added[token] = { ...(pastOf(token) as TokenPast), isUninvited: false };
  }
  for (const [token, worth] of round.spent) {
    const past = pastOf(token);
    if (past) added[token] = withoutSpent(past, worth);
  }
  for (const [token, worth] of includedWorths(pastOf, round))
    added[token] = {
      ...(pastOf(token) ?? { amount: '0', price: null, at: round.now }),
      isUninvited: false,
      includedWorth: toText(worth)
    };
  return Object.keys(added).length === 0 ? round.memory.tokens : { ...round.memory.tokens, ...added };
}

/** Whether less of it counts than before, or no price of it is known any more. */
export function isLeaving(change: HoldingChange, { counts }: Round): boolean {
  if (!counts(change.before)) return false;
  const after = believedOf(change);
  return after?.price === null || compareDecimals(amountOf(after), amountOf(change.before)) < 0;
}

function withPeak(past: TokenPast | undefined, { amount, price }: Counted, now: number): TokenPast {
  const isLarger = past && isRemembered(past, now) && compareDecimals(decimal(past.amount), amount) > 0;
  return { ...past, amount: isLarger ? past.amount : toText(amount), price, at: now };
}

function withCost(
  past: TokenPast | undefined,
  change: HoldingChange,
  amount: Decimal,
  now: number
): TokenPast {
  const known = past ? costOf(past, amount) : ZERO;
  const added = subtract(amountOf(change.after), amountCounted(change));
  const base = past ?? { amount: '0', price: null, at: now };
  return {
    ...base,
    cost: toText(add(known, change.paid)),
    costAmount: toText(add(amount, added))
  };
}

/** Less was paid for it, or included, by what it paid with. */
function withoutSpent(past: TokenPast, worth: Decimal): TokenPast {
  const { cost, costAmount, includedWorth } = past;
  const had = decimal(cost ?? '0');
  const left = largerOf(subtract(had, worth), ZERO);
  const over = largerOf(subtract(worth, had), ZERO);
  return {
    ...past,
    ...(cost && costAmount
      ? { cost: toText(left), costAmount: toText(partOf(decimal(costAmount), left, had)) }
      : {}),
    ...(includedWorth
      ? { includedWorth: toText(largerOf(subtract(decimal(includedWorth), over), ZERO)) }
      : {})
  };
}

function partOf(amount: Decimal, part: Decimal, all: Decimal): Decimal {
  return all.units > 0n ? (divide(multiply(amount, part), all, AMOUNT_DIGITS) ?? ZERO) : ZERO;
}

/** The amount that was there before; zero when it did not count. */
function amountCounted({ before }: HoldingChange): Decimal {
  return before && before.price !== null && !before.isUnverified ? amountOf(before) : ZERO;
}

/** What counts of a token in all wallets, and the lowest price at which any of it does. */
interface Counted {
  readonly amount: Decimal;
  readonly price: string | null;
}

const NOT_COUNTED: Counted = { amount: ZERO, price: null };

/** What counted of each token before the round; looked up only for tokens that changed. */
function countedBefore(changes: readonly HoldingChange[], round: Round): (token: string) => Counted {
  const wanted = new Set(changes.map(({ token }) => token));
  let counted: Map<string, Counted> | null = null;
  return token => {
    counted ??= countedTokens(wanted, round);
    return counted.get(token) ?? NOT_COUNTED;
  };
}

/** What counted of these tokens before the round, in all wallets; without those that did not count. */
export function countedTokens(wanted: ReadonlySet<string>, round: Round): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  const tokenAmong = tokenFinder(wanted);
  for (const { holdings } of round.snapshots)
    for (const holding of holdings) {
      const token = tokenAmong(holding);
      if (token === null || !round.counts(holding) || round.isSecond(holding)) continue;
      const { amount, price } = counted.get(token) ?? NOT_COUNTED;
      counted.set(token, {
        amount: add(amount, amountOf(holding)),
        price: lowerOf(price, holding.price)
      });
    }
  return counted;
}

/** Null: unknown. */
function lowerOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return compareDecimals(decimal(a), decimal(b)) <= 0 ? a : b;
}

/**
 * The worth of what the person included since the round before, by token, USD: the person's word holds up to ten times
 * the worth at that time.
 */
function includedWorths(
  pastOf: (token: string) => TokenPast | undefined,
  { rules, snapshots }: Round
): Map<string, Decimal> {
  const worths = new Map<string, Decimal>();
  const isNew = (id: string) =>
    rules.verdicts[id] === 'count' && pastOf(tokenOf(tokenOfId(id)))?.includedWorth === undefined;
  const ids = new Set(Object.keys(rules.verdicts).filter(isNew));
  if (ids.size === 0) return worths;
  for (const { holdings } of snapshots)
    for (const holding of holdings) {
      if (!ids.has(holding.id)) continue;
      const token = tokenOf(holding);
      worths.set(token, add(worths.get(token) ?? ZERO, valueOf(holding)));
    }
  return worths;
}

/** Whether so much of the token counted within 30 days, at a price within a factor of ten. */
export function hasCounted(
  past: TokenPast | undefined,
  amount: Decimal,
  price: string | null,
  now: number
): boolean {
  if (!past || !isRemembered(past, now) || past.price === null || price === null) return false;
  return (
    compareDecimals(amount, decimal(past.amount)) <= 0 &&
    isWithinFactor(decimal(past.price), decimal(price), SAME_PRICE_FACTOR)
  );
}

/** Without tokens whose last amount and price are too old, and that no wallet has any more. */
export function prunePasts(pasts: TokenPasts, { snapshots, now }: Round): TokenPasts {
  const old = new Set(Object.keys(pasts).filter(token => !isRemembered(pasts[token] ?? { at: 0 }, now)));
  if (old.size === 0) return pasts;
  const tokenAmong = tokenFinder(old);
  for (const { holdings } of snapshots) for (const holding of holdings) old.delete(tokenAmong(holding) ?? '');
  return old.size === 0
    ? pasts
    : Object.fromEntries(Object.entries(pasts).filter(([token]) => !old.has(token)));
}

/** Gives the key of a holding's token if it is one of `tokens`. Most holdings are of others, and need no key. */
export function tokenFinder(tokens: Iterable<string>): (holding: Holding) => string | null {
  const wanted = new Set(tokens);
  if (wanted.size === 0) return () => null;
  const ids = new Set([...wanted].map(token => token.slice(token.indexOf('/') + 1)));
  return holding => {
    if (!ids.has(canonicalToken(holding.chainIndex, holding.tokenAddress))) return null;
    const token = tokenOf(holding);
    return wanted.has(token) ? token : null;
  };
}

/** Whether nothing is known of the token but that it came uninvited: nothing was paid, included, or counted before. */
export function isOnlyMarked({ amount, cost, includedWorth }: TokenPast): boolean {
  return !cost && !includedWorth && decimal(amount).units === 0n;
}
