// Updates the snapshot of a wallet with the outcome of a poll.
// A failed poll keeps the last good holdings: it never lowers the total.
import { DEFI, isDefi } from '../../../shared/domain/defi';
import { DAY_MS } from '../../../shared/domain/durations';
import { Failure, reactionTo } from '../../../shared/domain/failure';
import { tokenOf } from '../../../shared/domain/holding-id';
import { isRoundingOf } from '../../../shared/holdings/rounded-amounts';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletFailure, Part, WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Wallet } from '../../../shared/schema/wallet';
import {
  queryFingerprintOf,
  EVERY_CHAIN,
  expectedChains,
  isNarrowed,
  ownerOfFingerprint,
  partOf
} from './chain-parts';
import type { UnreadableRow } from '../ports/ports';
import { createIndexFinder, holdingValueOf } from './holding-values';
import { unreadHoldings } from './unreadable-rows';
import { worstFailureOf, type Answer, type Outcome } from './poll-outcome';

export function emptySnapshot(wallet: Wallet): WalletSnapshot {
  const parts = expectedChains(wallet).map(chainIndex => ({ chainIndex, answeredAt: null, failure: null }));
  return { walletId: wallet.id, asked: queryFingerprintOf(wallet), parts, holdings: [], failure: null };
}

/**
 * Fits the snapshot to the chains of the wallet now: parts that are no longer requested are removed, new parts wait for
 * their first answer. Single chains that were requested before stay separate parts until one reply answers every chain.
 */
export function fitSnapshot(snapshot: WalletSnapshot | undefined, wallet: Wallet): WalletSnapshot {
  const empty = emptySnapshot(wallet);
  if (!snapshot || ownerOfFingerprint(snapshot.asked) !== ownerOfFingerprint(empty.asked)) return empty;
  if (snapshot.asked === empty.asked) return snapshot;
  const known = empty.parts.map(part => ({
    ...part,
    ...partOf(snapshot.parts, part.chainIndex),
    chainIndex: part.chainIndex
  }));
  // DeFi is one sum for all chains: the value for fewer chains cannot be derived from it.
  const defi = isNarrowed(snapshot.asked, wallet) ? [] : snapshot.parts.filter(isDefi);
  const parts = wallet.chains.length > 0 ? [...known, ...defi] : [...empty.parts, ...snapshot.parts];
  const holdings = snapshot.holdings.filter(holding => partOf(parts, holding.chainIndex)?.answeredAt != null);
  return { ...snapshot, asked: empty.asked, parts, holdings };
}

export function updateSnapshot(last: WalletSnapshot, outcome: Outcome, now: number): WalletSnapshot {
  let { parts, holdings, decimals } = last;
  for (const answer of outcome.answers) {
    const unanswered = holdings.filter(({ chainIndex }) => !covers(answer.chains, chainIndex));
    const answered = answeredHoldings(holdings, parts, answer, now);
    decimals = keptDecimals(decimals, holdings, answered);
    holdings = [...unanswered, ...answered];
    parts = answeredParts(parts, answer);
  }
  for (const chainIndex of outcome.unsupported) {
    parts = parts.map(part => (part.chainIndex === chainIndex ? refusedPart(part, now) : part));
  }
  for (const { chains, failure } of outcome.refusals) {
    parts = parts.map(part => (covers(chains, part.chainIndex) ? { ...part, failure: failure.code } : part));
  }
  const failure = outcome.isLook ? last.failure : failureNoteOf(last.failure, outcome, now);
  return { ...last, parts, holdings, failure, ...(decimals && { decimals }) };
}

/** A chain that was answered before keeps its holdings until the refusal is confirmed, and is asked again alone. */
function refusedPart(part: Part, now: number): Part {
  return part.answeredAt === null ? unsupportedPart(part, now) : { ...part, failure: 'chain-unsupported' };
}

/** The snapshot without a chain whose refusal is confirmed. */
export function withoutChain(snapshot: WalletSnapshot, chainIndex: string, now: number): WalletSnapshot {
  return {
    ...snapshot,
    holdings: snapshot.holdings.filter(holding => holding.chainIndex !== chainIndex),
    parts: snapshot.parts.map(part => (part.chainIndex === chainIndex ? unsupportedPart(part, now) : part))
  };
}

/**
 * A part that OKX does not support is no longer expected, and its holdings no longer count: their value is unknown.
 * If the part is answered again later, that is a first answer: its holdings do not count as arrived.
 */
function unsupportedPart({ chainIndex }: Part, now: number): Part {
  return { chainIndex, answeredAt: null, failure: 'chain-unsupported', unsupportedAt: now };
}

/** Null covers every chain but DeFi, which has a request of its own. */
function covers(chains: readonly string[] | null, chainIndex: string): boolean {
  return chains === null ? chainIndex !== DEFI : chains.includes(chainIndex);
}

function answeredHoldings(
  last: readonly Holding[],
  parts: readonly Part[],
  answer: Answer,
  now: number
): Holding[] {
  const fresh = answer.reading.holdings.filter(holding => covers(answer.chains, holding.chainIndex));
  const next = reuseKnown(last, fresh, chainIndex => partOf(parts, chainIndex)?.answeredAt ?? now, now);
  const asked = last.filter(({ chainIndex }) => covers(answer.chains, chainIndex));
  return [...next, ...unreadHoldings(asked, fresh, answer.reading.unreadable)];
}

/** Single chains that were answered before are part of an answer for every chain. */
function answeredParts(parts: readonly Part[], answer: Answer): Part[] {
  const { unreadable } = answer.reading;
  const answered = parts.filter(
    part => answer.chains !== null || part.chainIndex === EVERY_CHAIN || isDefi(part)
  );
  // A row whose chain cannot be read is told once, with the first part of its answer.
  const first = answered.find(({ chainIndex }) => covers(answer.chains, chainIndex));
  return answered.map(part => {
    const { chainIndex } = part;
    if (!covers(answer.chains, chainIndex)) return part;
    const isOfPart = (row: UnreadableRow) =>
      chainIndex === EVERY_CHAIN ||
      row.chainIndex === chainIndex ||
      (row.chainIndex === null && part === first);
    const unreadableRows = unreadable.filter(isOfPart).length;
    const next = { chainIndex, answeredAt: answer.answeredAt, failure: null };
    return unreadableRows > 0 ? { ...next, unreadableRows } : next;
  });
}

/** A DeFi failure alone stops no polling, so it must not be shown as if it did. The DeFi part has the true code. */
function defiFailureOf({ refusals }: Outcome): Failure | null {
  const failure = refusals.find(({ chains }) => chains?.includes(DEFI))?.failure;
  if (!failure || reactionTo(failure.code) === 'back-off') return failure ?? null;
  return new Failure('service-unknown-error', failure.facts);
}

function failureNoteOf(last: WalletFailure | null, outcome: Outcome, now: number): WalletFailure | null {
  const failure = worstFailureOf(outcome) ?? defiFailureOf(outcome);
  if (!failure) return null;
  const { serviceCode, host, clockOffsetMs, internalErrorId: bugId } = failure.facts;
  return {
    code: failure.code,
    since: last?.since ?? now,
    at: now,
    serviceCode: serviceCode ?? null,
    host: host ?? null,
    clockOffsetMs: clockOffsetMs ?? null,
    ...(bugId ? { bugId } : {})
  };
}

const PRICE_REUSE_MS = DAY_MS;

/**
 * The new holdings; a holding without a price gets its last known price for 24 h, and an amount that is only the rounding
 * of the exact one known stays exact. An unchanged holding is the same object as before, so that later code can see by
 * comparison of objects that nothing changed.
 * `knownAt`: when the previous holdings of a chain were answered, ms; a time in the future (the clock was set back)
 * counts as now.
 */
export function reuseKnown(
  previous: readonly Holding[],
  next: readonly Holding[],
  knownAt: (chainIndex: string) => number,
  now: number
): Holding[] {
  const indexOfId = createIndexFinder(previous);
  return next.map(answered => {
    const last = previous[indexOfId(answered.id)];
    if (!last || last === answered) return answered;
    const holding = withExactAmount(last, answered);
    if (isSameHolding(last, holding)) return last;
    if (holding.price !== null || last.price === null) return holding;
    const since = Math.min(last.priceKeptSince ?? knownAt(holding.chainIndex), now);
    const kept = { ...holding, price: last.price, priceKeptSince: since };
    return now - since > PRICE_REUSE_MS ? holding : isSameHolding(last, kept) ? last : kept;
  });
}

/** The amount in raw units comes and goes: its rounding says nothing new. */
function withExactAmount(last: Holding, next: Holding): Holding {
  if (last.decimals === undefined || next.decimals !== undefined) return next;
  const { balance, decimals } = last;
  const isSameAmount =
    balance === next.balance || isRoundingOf(holdingValueOf(last).balance, holdingValueOf(next).balance);
  return isSameAmount ? { ...next, balance, decimals } : next;
}

/** The id covers wallet, chain, address and token. Holdings are not the same if only one of them has a mark. */
export function isSameHolding(last: Holding, next: Holding): boolean {
  return (
    last.balance === next.balance &&
    last.decimals === next.decimals &&
    last.price === next.price &&
    last.symbol === next.symbol &&
    last.kind === next.kind &&
    last.isRisky === next.isRisky &&
    last.isDuplicate === next.isDuplicate &&
    last.priceKeptSince === next.priceKeptSince &&
    (last.isUnverified ?? false) === (next.isUnverified ?? false) &&
    (last.isStale ?? false) === (next.isStale ?? false)
  );
}

/** Two different amounts that give the same decimals are no coincidence: the token then has these. */
function keptDecimals(
  kept: WalletSnapshot['decimals'],
  last: readonly Holding[],
  next: readonly Holding[]
): WalletSnapshot['decimals'] {
  const indexOfId = createIndexFinder(last);
  let decimals = kept;
  for (const holding of next) {
    const before = last[indexOfId(holding.id)];
    if (before === holding || before?.decimals === undefined || before.decimals !== holding.decimals)
      continue;
    const token = tokenOf(holding);
    if (before.balance !== holding.balance && decimals?.[token] === undefined)
      decimals = { ...decimals, [token]: before.decimals };
  }
  return decimals;
}
