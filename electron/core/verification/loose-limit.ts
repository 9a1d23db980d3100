// Loose limit: tokens that are neither established nor paid for count up to a share of what is; the rest waits.
import {
  add,
  compareDecimals,
  decimal,
  largerOf,
  smallerOf,
  subtract,
  sum,
  toText,
  ZERO,
  type Decimal
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import type { Outflow, Statement } from '../../../shared/schema/verification';
import { holdingValueOf, shareHoldingValue } from '../snapshots/holding-values';
import { amountOf, believedOf, isLacking, type HoldingChange } from './changes';
import { statementOf, withStatement } from '../doubts/statement';
import { isLooseByFarLess, LooseSums, onTheWay, type Candidate } from './loose-sums';
import { isNamedAsBefore, valueOf, type Round } from './round-facts';
import { countedTokens, hasCounted, isOnlyMarked, tokenFinder, type TokenPasts } from './token-past';

/** In the first round of a profile so much counts where nothing much is established, with the question beside it. */
const FIRST_ROUND_USD = '100000';

export interface Admission {
  /** What is believed of holdings otherwise than the changes say, by id. */
  readonly believed: ReadonlyMap<string, Holding>;
  readonly waiting: Record<string, Statement>;
  readonly asked: readonly string[];
  readonly pasts: TokenPasts;
}

/** Decides which loose worth enters, over the whole round: the smallest first, then by id. Nothing that counts leaves. */
export function admitLoose(
  changes: readonly HoldingChange[],
  round: Round,
  pasts: TokenPasts,
  outflows: readonly Outflow[]
): Admission {
  const { memory } = round;
  // A poll that failed lets nothing in.
  if (!round.answered.some(({ hasAnswers }) => hasAnswers))
    return { believed: new Map(), waiting: memory.waiting, asked: memory.asked, pasts };
  const found = changes.flatMap(change => candidateOf(change, round) ?? []);
  const listed = waitingHoldings(changes, round);
  if (found.length + listed.length === 0 && memory.hasBaseline)
    return { believed: new Map(), waiting: {}, asked: memory.asked, pasts };
  const next = markUninvited(found, changes, round, pasts);
  const carried = add(onTheWay(outflows, round), sum(found.map(candidate => candidate.carried)));
  if (listed.length === 0 && fitsByFar(found, changes, carried, round))
    return {
      believed: new Map(found.map(({ id, full }) => [id, full])),
      waiting: {},
      asked: [],
      pasts: next
    };
  const sums = new LooseSums(stateWithout(changes, found, round), round, next, carried);
  const isFirstRound =
    !memory.hasBaseline && compareDecimals(sums.established, decimal(round.rules.looseUsd)) < 0;
  const most = isFirstRound ? largerOf(sums.limit, decimal(FIRST_ROUND_USD)) : sums.limit;
  const candidates = [...found, ...waitingCandidates(listed, sums, most, round)];
  const believed = new Map<string, Holding>();
  const waiting: Record<string, Statement> = {};
  const asked: string[] = [];
  const rest = sums.inOrder(candidates).map(candidate => withOwnMoney(candidate, sums, round));
  for (const candidate of sums.inOrder(rest)) {
    const isOver = !sums.fits(candidate, sums.limit);
    if (!isOver || (isFirstRound && sums.fits(candidate, most))) {
      sums.enter(candidate);
      believed.set(candidate.id, candidate.full);
      if (isOver) asked.push(candidate.id);
    } else {
      believed.set(candidate.id, candidate.without);
      if (!candidate.without.isUnverified) waiting[candidate.id] = statementOf(candidate.full);
    }
  }
  const earlier = memory.hasBaseline ? memory.asked : sums.overLimit();
  const isAsked = new Set(asked);
  const stillAsked =
    compareDecimals(sums.loose, sums.limit) <= 0 ? [] : earlier.filter(id => !isAsked.has(id));
  return { believed, waiting, asked: [...stillAsked, ...asked], pasts: next };
}

/** In nearly every round all that is loose is far below the limit: then all candidates enter, in whatever order. */
function fitsByFar(
  found: readonly Candidate[],
  changes: readonly HoldingChange[],
  carried: Decimal,
  round: Round
): boolean {
  const full = new Map(found.map(candidate => [candidate.id, candidate.full]));
  const without = new Set([...round.removed, ...changes.map(({ id }) => id)]);
  const others = changes.flatMap(change => full.get(change.id) ?? believedOf(change) ?? []);
  return isLooseByFarLess(without, others, carried, round);
}

/** What waits since earlier rounds, and no answer of this one gives otherwise. */
function waitingHoldings(changes: readonly HoldingChange[], round: Round): Holding[] {
  const { memory, snapshots } = round;
  const changed = new Set(changes.map(({ id }) => id));
  // What an answer names as it is believed has no more to wait for.
  const partly = new Set(Object.keys(memory.waiting).filter(id => !isNamedAsBefore(id, round)));
  // What the last answer did not name, or not so that it can be read, does not begin to count.
  const isListed = ({ id, isUnverified, isStale }: Holding) =>
    isUnverified === true && !isStale && !round.isUnread(id);
  const isWaiting = (holding: Holding) =>
    (isListed(holding) || (partly.size > 0 && partly.has(holding.id))) && !changed.has(holding.id);
  return snapshots.flatMap(({ holdings }) => holdings.filter(isWaiting));
}

/** Those that may enter. Thousands of junk tokens wait for good: most of them are told by their size alone. */
function waitingCandidates(
  listed: readonly Holding[],
  sums: LooseSums,
  limit: Decimal,
  round: Round
): Candidate[] {
  const most = sums.mostThatFits(limit);
  const tokenWithPast = tokenFinder(sums.tokensWithPast());
  const isJunk = (holding: Holding) =>
    holding.isUnverified === true && holdingValueOf(holding).rough > most && tokenWithPast(holding) === null;
  return listed
    .filter(holding => !isJunk(holding))
    .flatMap(holding => waitingCandidate(holding, round) ?? []);
}

function candidateOf(change: HoldingChange, round: Round): Candidate | null {
  const { id, token, before, carried, isEstablished, isSecond, isKnownMoney, isReturn } = change;
  const believed = believedOf(change);
  if (isEstablished || !believed || !round.canCount(believed)) return null;
  const full = withWaitingPrice(verified(believed), round.memory.waiting[id]);
  const isCounted = round.counts(before);
  if (!isCounted && isLacking(change)) return null;
  if (isCounted && compareDecimals(valueOf(full), valueOf(before)) <= 0) return null;
  // What came from an own wallet lets nothing in that waited before it.
  const isWaiting = before?.isUnverified === true || round.memory.waiting[id] !== undefined;
  const isFree = (isKnownMoney && !isWaiting) || isReturn || isSecond;
  return {
    id,
    token,
    full,
    isFree,
    carried: isSecond ? ZERO : carried,
    without: isCounted ? withLess(before, full) : markedUnverified(full, true)
  };
}

function waitingCandidate(holding: Holding, round: Round): Candidate | null {
  const { memory } = round;
  const said = memory.waiting[holding.id];
  const full = verified(said ? withStatement(holding, said) : holding);
  if (!round.canCount(full)) return null;
  const isFree = round.isSecond(holding);
  return { id: holding.id, token: tokenOf(holding), full, isFree, carried: ZERO, without: holding };
}

/** While OKX gives no price, the last one that was confirmed is used, which may be the one that waits. */
function withWaitingPrice(holding: Holding, waiting: Statement | undefined): Holding {
  if (!waiting?.price || holding.priceKeptSince === null || isDefi(holding)) return holding;
  return { ...holding, price: waiting.price };
}

function verified(holding: Holding): Holding {
  return holding.isUnverified ? markedUnverified(holding, false) : holding;
}

function markedUnverified(holding: Holding, isUnverified: boolean): Holding {
  return shareHoldingValue({ ...holding, isUnverified }, holding);
}

/** What falls is believed at once; what grows keeps what it has. */
function withLess(before: Holding, full: Holding): Holding {
  const isMore = compareDecimals(amountOf(full), amountOf(before)) > 0;
  const isDearer =
    before.price !== null &&
    full.price !== null &&
    compareDecimals(decimal(full.price), decimal(before.price)) > 0;
  return {
    ...full,
    ...(isMore ? { balance: before.balance } : {}),
    ...(isDearer ? { price: before.price, priceKeptSince: before.priceKeptSince } : {})
  };
}

/** All holdings with the changes of the round, as long as nothing enters. */
function stateWithout(
  changes: readonly HoldingChange[],
  found: readonly Candidate[],
  { snapshots, removed }: Round
): Holding[] {
  const without = new Map(found.map(candidate => [candidate.id, candidate.without]));
  const gone = new Set([...removed, ...changes.map(({ id }) => id)]);
  const kept = snapshots.flatMap(({ holdings }) => holdings.filter(({ id }) => !gone.has(id)));
  const next = changes.flatMap(change => without.get(change.id) ?? believedOf(change) ?? []);
  return [...kept, ...next];
}

/**
 * Money that counted within 30 days is not held back where it arrives; only a higher price of it is asked about. It
 * enters before anything else is asked about, which it leaves so much less room. Together no more counts so than ever
 * did at once: else tokens that leave and come back in turn would count without a limit.
 */
function withOwnMoney(candidate: Candidate, sums: LooseSums, round: Round): Candidate {
  const { full, isFree } = candidate;
  // What counts in another wallet adds nothing.
  if (round.isSecond(full)) return { ...candidate, without: full };
  const entering = isFree && sums.fits(candidate, sums.ownLimit) ? full : ownPart(candidate, sums, round);
  const own = entering && { ...candidate, full: entering };
  if (!own || !sums.fits(own, sums.ownLimit)) return candidate;
  sums.enter(own);
  return { ...candidate, without: entering, carried: ZERO };
}

/** As much of what arrived as counted before, at no higher price; null: nothing of it did. */
function ownPart(candidate: Candidate, sums: LooseSums, round: Round): Holding | null {
  const { token, without, full, isFree } = candidate;
  const past = sums.pastOf(token);
  const had = round.counts(without) ? without : undefined;
  const added = subtract(amountOf(full), amountOf(had));
  if (!past || past.price === null || full.price === null || added.units <= 0n) return null;
  const counting = subtract(sums.after(candidate).amount, added);
  const part = smallerOf(added, subtract(decimal(past.amount), counting));
  if (part.units <= 0n) return null;
  if (!isFree && !hasCounted(past, add(counting, part), full.price, round.now)) return null;
  const most = largerOf(decimal(past.price), decimal(had?.price ?? '0'));
  return {
    ...full,
    ...(compareDecimals(part, added) < 0 ? { balance: toText(add(amountOf(had), part)) } : {}),
    ...(compareDecimals(decimal(full.price), most) > 0 ? { price: toText(most) } : {})
  };
}

/** A token that begins to count later, and that nothing was paid for, came uninvited. */
function markUninvited(
  candidates: readonly Candidate[],
  changes: readonly HoldingChange[],
  round: Round,
  pasts: TokenPasts
): TokenPasts {
  const changeOf = new Map(changes.map(change => [change.id, change]));
  const isNew = ({ id, token, isFree }: Candidate) => {
    const [change, past] = [changeOf.get(id), round.memory.tokens[token]];
    if (!change || change.isFirst || isFree || change.isInvited) return false;
    if (round.counts(change.before)) return false;
    return !past || (!past.isUninvited && isOnlyMarked(past));
  };
  const tokens = new Set(candidates.filter(isNew).map(({ token }) => token));
  if (tokens.size === 0) return pasts;
  const counted = countedTokens(tokens, round);
  const next = { ...pasts };
  for (const token of tokens) {
    if (counted.has(token)) continue;
    next[token] = { ...(pasts[token] ?? { amount: '0', price: null, at: round.now }), isUninvited: true };
  }
  return next;
}
