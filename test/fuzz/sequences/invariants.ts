// What must be so after each round: each function gives what is wrong, or null.
import { DOLLAR, larger, parse, parseWorth, write, writeWorth } from './exact';
import type { HoldingRow } from '../../../shared/schema/app-state';
import type { Shown } from './app';
import { STEP_INVARIANTS } from './step-invariants';
import {
  countedWorths,
  isCounted,
  isMoved,
  isNamed,
  nameOf,
  placesOf,
  isIdOf,
  rowOf,
  worthOf,
  type Invariant,
  type Moment
} from './moment';
import { OWN_TOKENS, type Truth } from './truth';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Below this an amount that is missing needs no confirmation. */
function isSmall(worth: bigint, { shown }: Moment): boolean {
  const total = parseWorth(shown.portfolio.total);
  return worth < 10n * DOLLAR && worth * 100n < total + worth;
}

/** Each amount was true at its last clean answer or later, unless it is named; and none was never true at all. */
export const believesTrueAmounts: Invariant = moment => {
  const { truth, oracle, shown, sums } = moment;
  for (const [wallet, place] of placesOf(moment)) {
    const row = rowOf(shown, wallet, place, truth);
    const { may, ever } = oracle.of(wallet, place).amount;
    const amount = row ? parse(row.balance) : 0n;
    if (row && amount === 0n) return `${nameOf(wallet, place, truth)} is a row of zero`;
    const says = `${write(amount)} ${nameOf(wallet, place, truth)}`;
    if (row && !isCounted(row)) continue;
    // Of what waits a part may count that came from an own wallet: such parts together no more than counted at once.
    const isPart =
      isPartOf(row, wallet, place, moment) &&
      // It may be missing since.
      (row.waiting === undefined || [...may].some(one => amount < one)) &&
      partsOf(place, moment) <= (sums.mostCounted.get(place) ?? 0n);
    if (!ever.has(amount) && !isPart) return `${says} were never true`;
    if (may.has(amount) || isNamed(shown, wallet, place, truth)) continue;
    const { isEstablished, price } = truth.tokens[place]!;
    const least = [...may].reduce((a, b) => (a < b ? a : b));
    if (amount < least && isSmall((least - amount) * price, moment)) continue;
    if (!isEstablished && !isCounted(row)) continue;
    return `${says}, which may be ${[...may].map(one => write(one)).join(' or ')}`;
  }
  return null;
};

/** What counts of a token in all wallets. */
function countedOf(place: number, { truth, shown }: Moment): bigint {
  return [...truth.amounts.keys()].reduce((all, wallet) => {
    const row = rowOf(shown, wallet, place, truth);
    return isCounted(row) ? all + parse(row.balance) : all;
  }, 0n);
}

/** What counts of a token in all wallets as a part of what waits there; whole amounts enter within the limit. */
function partsOf(place: number, moment: Moment): bigint {
  const { truth, shown } = moment;
  return [...truth.amounts.keys()].reduce((all, wallet) => {
    const row = rowOf(shown, wallet, place, truth);
    return isPartOf(row, wallet, place, moment) ? all + parse(row.balance) : all;
  }, 0n);
}

/** Whether it counts as a part of what waits, or did when it was named last. */
function isPartOf(
  row: HoldingRow | undefined,
  wallet: number,
  place: number,
  { oracle, sums }: Moment
): row is HoldingRow {
  if (!isCounted(row)) return false;
  const amount = parse(row.balance);
  if (oracle.of(wallet, place).amount.ever.has(amount)) return false;
  return row.waiting !== undefined || sums.parts.get(`${wallet}/${place}`) === amount;
}

export const believesTruePrices: Invariant = ({ truth, oracle, shown }) => {
  for (const [wallet, place] of placesOf({ truth })) {
    const row = rowOf(shown, wallet, place, truth);
    if (!row) continue;
    const { may, ever } = oracle.of(wallet, place).price;
    const price = row.price === null ? null : parse(row.price);
    if (!truth.tokens[place]!.isEstablished && (!isCounted(row) || truth.priceOf(place) === null)) continue;
    const says = `price ${row.price} of ${nameOf(wallet, place, truth)}`;
    // What comes without a price has the one of the token elsewhere.
    const isOfAny = row.priceKeptSince !== null && oracle.everPriced(place, price);
    if (!ever.has(price) && !isOfAny) return `${says} was never true`;
    // While OKX gives no price the last true one is used, which may be that of another wallet, or is in doubt there.
    const isKept = row.priceKeptSince !== null && oracle.mayBePriced(place, price);
    const isDoubtedElsewhere = row.priceKeptSince !== null && namesPrice(row, place, { truth, shown });
    if (may.has(price) || isKept || isDoubtedElsewhere) continue;
    // A price in doubt is forgotten when its token is missing: of what is left nothing is known.
    if (price === null && row.isStale) continue;
    if (isNamed(shown, wallet, place, truth)) continue;
    return `${says}, which may be ${[...may].map(one => (one === null ? 'unknown' : write(one))).join(' or ')}`;
  }
  return null;
};

/** Whether the price is that of the same token in another wallet, where doubts or the question name it. */
function namesPrice(
  { price }: HoldingRow,
  place: number,
  { truth, shown }: Pick<Moment, 'truth' | 'shown'>
): boolean {
  return [...truth.amounts.keys()].some(
    wallet => rowOf(shown, wallet, place, truth)?.price === price && isNamed(shown, wallet, place, truth)
  );
}

/** A row stands for a token that some answer named. */
export const inventsNothing: Invariant = ({ truth, shown }) => {
  for (const row of shown.portfolio.holdings) {
    const { walletId, chainIndex, tokenAddress } = row;
    const place = truth.placeOf(chainIndex, tokenAddress.toLowerCase());
    const first = place === undefined ? undefined : rowOf(shown, Number(walletId.slice(1)), place, truth);
    if (!first) return `a row of ${walletId} ${chainIndex} ${tokenAddress}`;
    if (first !== row) return `two rows of ${walletId} ${chainIndex} ${tokenAddress}`;
  }
  return null;
};

/** Flags of what is established change nothing. */
export const countsTheEstablished: Invariant = ({ truth, shown }) => {
  for (const [wallet, place] of placesOf({ truth })) {
    const row = rowOf(shown, wallet, place, truth);
    if (!row || row.price === null || !truth.tokens[place]!.isEstablished) continue;
    const { countingStatus } = row;
    if (countingStatus !== 'counted') return `${nameOf(wallet, place, truth)} is ${countingStatus}`;
  }
  return null;
};

/** Rows, chains and wallets add up to the total, and prices, transfers and what was recounted to each move of it. */
export const addsUp: Invariant = ({ before, shown: { portfolio, point } }) => {
  const total = parseWorth(portfolio.total);
  const all = (values: readonly string[]) => values.reduce((sum, value) => sum + parseWorth(value), 0n);
  if (portfolio.holdings.filter(isCounted).reduce((sum, row) => sum + worthOf(row), 0n) !== total)
    return 'rows differ from the total';
  if (all(portfolio.chains.map(({ value }) => value)) !== total) return 'chains differ from the total';
  if (all(portfolio.wallets.map(({ value }) => value)) !== total) return 'wallets differ from the total';
  if (!point) return null;
  const { prices, transfers, recounted } = point.ledger;
  if (all([prices, transfers, recounted]) !== total)
    return 'prices, transfers and recounted differ from the total';
  const last = before?.point;
  if (last && parseWorth(point.total) !== total) return 'the point differs from the total';
  return null;
};

/** Each change of a believed amount is an entry of just that amount, and no other entry is made. */
export const tellsEachChange: Invariant = ({ truth, before, shown }) => {
  if (!before) return shown.entries.some(isMoved) ? 'something moved in the first round' : null;
  for (const [wallet, place] of placesOf({ truth })) {
    const [old, now] = [rowOf(before, wallet, place, truth), rowOf(shown, wallet, place, truth)];
    const { chain } = truth.tokens[place]!;
    if (isFirstOfChain(before, wallet, chain) || isFirstOfChain(shown, wallet, chain)) continue;
    const had = isPartOfListed(old, now) ? '0' : (old?.balance ?? '0');
    const amount = parse(now?.balance ?? '0') - parse(had);
    const entries = shown.entries
      .filter(isMoved)
      .filter(({ holdingId }) => isIdOf(holdingId, wallet, place, truth));
    const told = entries.reduce((sum, entry) => sum + parse(entry.amount), 0n);
    if (entries.length > 1) return `${entries.length} entries of ${nameOf(wallet, place, truth)}`;
    if (entries.length === 0 && (!isCounted(old) || !isCounted(now)) && !truth.tokens[place]!.isEstablished)
      continue;
    if (told !== amount && (entries.length > 0 || !isBack(before, shown, wallet, place, truth)))
      return `${write(told)} of ${nameOf(wallet, place, truth)} told, ${write(amount)} believed`;
  }
  return null;
};

/** Of what was listed only, a part counts now that came from an own wallet. */
function isPartOfListed(old: HoldingRow | undefined, now: HoldingRow | undefined): boolean {
  return old?.countingStatus === 'unverified' && now?.waiting !== undefined && isCounted(now);
}

/** What the first answer of a chain brings is recounted: also after OKX did not support it for a while. */
function isFirstOfChain({ model }: Shown, wallet: number, chain: string): boolean {
  const parts = model.snapshots.find(({ walletId }) => walletId === `w${wallet}`)?.parts ?? [];
  const part =
    parts.find(({ chainIndex }) => chainIndex === chain) ?? parts.find(one => one.chainIndex === '*');
  return part?.answeredAt == null;
}

/** What was gone and is back is recounted; it is told only when its going was. */
function isBack(before: Shown, shown: Shown, wallet: number, place: number, truth: Truth): boolean {
  const isOf = (id: string) => isIdOf(id, wallet, place, truth);
  const [were, are] = [before, shown].map(({ model }) => Object.keys(model.verification.gone).filter(isOf));
  return were!.length > are!.length;
}

/** Whether only a part counts, or did: the rest waits. */
function mayBePart(wallet: number, place: number, truth: Truth, ...rounds: (Shown | null)[]): boolean {
  return rounds.some(shown => shown && rowOf(shown, wallet, place, truth)?.waiting !== undefined);
}

/** Nothing is notified that did not happen: an amount between two that may have been believed, a move that was. */
export const tellsWhatHappened: Invariant = ({ truth, oracle, before, shown }) => {
  for (const entry of shown.told) {
    if (!isMoved(entry)) continue;
    for (const [wallet, place] of placesOf({ truth })) {
      if (!isIdOf(entry.holdingId, wallet, place, truth)) continue;
      const after = parse(entry.balance);
      const { may, ever } = oracle.of(wallet, place).amount;
      const had = after - parse(entry.amount);
      // Where a part counts, it is less than what was true.
      const isPart = mayBePart(wallet, place, truth, before, shown);
      const isOf = (all: ReadonlySet<bigint>, amount: bigint) =>
        all.has(amount) || (isPart && amount >= 0n && [...all].some(one => amount < one));
      if (!isOf(ever, had) || !isOf(may, after))
        return `${entry.kind} ${entry.amount} of ${nameOf(wallet, place, truth)}, now ${entry.balance}`;
    }
  }
  return null;
};

/** A total or a price that is told to have moved has: no lie, no doubt and no scam alone makes it move. */
export const tellsNoScam: Invariant = ({ sequence, oracle, before, shown, sums, at }) => {
  if (!sequence.isScamOnly || !before) return null;
  for (const { kind } of shown.told)
    if (!['arrived', 'unverified', 'waiting'].includes(kind))
      return `${kind} told, where only a scammer did anything`;
  const loud = Object.values(shown.model.verification.doubts).find(({ isQuiet }) => !isQuiet);
  if (loud) return `a doubt of kind ${loud.kind}, where only a scammer did anything`;
  for (const { kind } of shown.told) if (kind === 'unverified') sums.asked.push(at);
  const [last, ...earlier] = [...sums.asked].reverse();
  if (!oracle.hasClockJumped && earlier.some(one => last! - one < DAY_MS - MINUTE_MS))
    return 'asked twice in a day';
  return null;
};

/** Remembers what counts, for the rounds to come. */
export const remembersMost: Invariant = moment => {
  const { shown, truth } = moment;
  const { mostCounted, parts } = moment.sums;
  for (const [wallet, place] of placesOf(moment)) {
    const row = rowOf(shown, wallet, place, truth);
    if (isPartOf(row, wallet, place, moment)) parts.set(`${wallet}/${place}`, parse(row.balance));
    else parts.delete(`${wallet}/${place}`);
  }
  for (const place of moment.truth.tokens.keys())
    mostCounted.set(place, larger(mostCounted.get(place) ?? 0n, countedOf(place, moment)));
  return null;
};

/** What a scammer adds stays within half of the greatest worth so far, $100, and what left before. */
export const limitsTheScammer: Invariant = moment => {
  const { own, scam } = countedWorths(moment);
  const { sums } = moment;
  sums.greatest = larger(sums.greatest, own);
  // What is paid for is not loose, and others may count to half of it.
  const paid = (sums.left * 11n) / 10n;
  const most = larger(100n * DOLLAR, (sums.greatest + paid) / 2n) + paid + sums.allowance;
  return scam > most ? `${writeWorth(scam)} of a scammer counts, at most ${writeWorth(most)} may` : null;
};

/** A flag alone takes nothing out of the count at once. */
export const keepsTheFlagged: Invariant = ({ truth, oracle, before, shown }) => {
  for (const [wallet, place] of placesOf({ truth })) {
    if (!before || !isCounted(rowOf(before, wallet, place, truth))) continue;
    const row = rowOf(shown, wallet, place, truth);
    if (row?.countingStatus !== 'risky' || oracle.of(wallet, place).risk.may.has(true)) continue;
    return `${nameOf(wallet, place, truth)} is risky after less than ten minutes`;
  }
  return null;
};

export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  ...STEP_INVARIANTS,
  keepsTheFlagged,
  believesTrueAmounts,
  believesTruePrices,
  inventsNothing,
  countsTheEstablished,
  addsUp,
  tellsEachChange,
  tellsWhatHappened,
  tellsNoScam,
  limitsTheScammer,
  remembersMost
};

/** At the end, with the truth at rest and told for as long as it takes: all is believed, digit for digit. */
export const endsInTheTruth: Invariant = ({ truth, shown }) => {
  for (const [wallet, place] of placesOf({ truth })) {
    const { isEstablished } = truth.tokens[place]!;
    if (place >= OWN_TOKENS) continue;
    const row = rowOf(shown, wallet, place, truth);
    const named = nameOf(wallet, place, truth);
    const [amount, price] = [truth.amountOf(wallet, place), truth.priceOf(place)];
    if (!isEstablished && row && !isCounted(row)) continue;
    if (!isEstablished && row?.waiting) continue;
    if (parse(row?.balance ?? '0') !== amount)
      return `${row?.balance ?? 'no'} ${named}, truly ${write(amount)}`;
    if (row && price !== null && (row.price === null || parse(row.price) !== price))
      return `price ${row.price} of ${named}, truly ${write(price)}`;
    if (row?.doubtId !== undefined && price !== null) return `${named} is still in doubt`;
  }
  return null;
};
