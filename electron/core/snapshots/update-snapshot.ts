// Updates the snapshot of a wallet with the outcome of a poll.
// A failed poll keeps the last good holdings: it never lowers the total.
import { DEFI, isDefi } from '../../../shared/domain/defi';
import { DAY_MS } from '../../../shared/domain/durations';
import { Failure, reactionTo } from '../../../shared/domain/failure';
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
import { createIndexFinder } from './holding-values';
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
  let { parts, holdings } = last;
  for (const answer of outcome.answers) {
    holdings = [...unansweredHoldings(holdings, answer), ...answeredHoldings(holdings, parts, answer, now)];
    parts = answeredParts(parts, answer);
  }
  for (const chainIndex of outcome.unsupported) {
    holdings = holdings.filter(holding => holding.chainIndex !== chainIndex);
    parts = parts.map(part => (part.chainIndex === chainIndex ? unsupportedPart(part, now) : part));
  }
  for (const { chains, failure } of outcome.refusals) {
    parts = parts.map(part => (covers(chains, part.chainIndex) ? { ...part, failure: failure.code } : part));
  }
  return { ...last, parts, holdings, failure: failureNoteOf(last.failure, outcome, now) };
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

function isAnswered(answer: Answer, chainIndex: string): boolean {
  return covers(answer.chains, chainIndex) && !answer.reading.damagedChains.includes(chainIndex);
}

function unansweredHoldings(holdings: readonly Holding[], answer: Answer): Holding[] {
  return holdings.filter(holding => !isAnswered(answer, holding.chainIndex));
}

function answeredHoldings(
  last: readonly Holding[],
  parts: readonly Part[],
  answer: Answer,
  now: number
): Holding[] {
  const fresh = answer.reading.holdings.filter(holding => isAnswered(answer, holding.chainIndex));
  return reusePrices(last, fresh, chainIndex => partOf(parts, chainIndex)?.answeredAt ?? now, now);
}

/** A damaged chain in an answer for all chains becomes a separate part until it is answered again. */
function answeredParts(parts: readonly Part[], answer: Answer): Part[] {
  const damaged = answer.reading.damagedChains;
  const updatedParts = parts
    .filter(part => answer.chains !== null || part.chainIndex === EVERY_CHAIN || isDefi(part))
    .map(part => {
      if (!covers(answer.chains, part.chainIndex)) return part;
      if (damaged.includes(part.chainIndex)) return { ...part, failure: 'reply-damaged' as const };
      return { chainIndex: part.chainIndex, answeredAt: answer.answeredAt, failure: null };
    });
  const own = damaged.filter(chainIndex => answer.chains === null && chainIndex !== EVERY_CHAIN);
  return [
    ...updatedParts,
    ...own.map(chainIndex => ({
      chainIndex,
      answeredAt: partOf(parts, chainIndex)?.answeredAt ?? null,
      failure: 'reply-damaged' as const
    }))
  ];
}

/** A DeFi failure alone stops no polling, so it must not be shown as if it did. The DeFi part has the true code. */
function defiFailureOf({ refusals }: Outcome): Failure | null {
  const failure = refusals.find(({ chains }) => chains?.includes(DEFI))?.failure;
  if (!failure || reactionTo(failure.code) === 'back-off') return failure ?? null;
  return new Failure('service-unknown-error', failure.facts);
}

function failureNoteOf(last: WalletFailure | null, outcome: Outcome, now: number): WalletFailure | null {
  const isDamaged = outcome.answers.some(answer => answer.reading.damagedChains.length > 0);
  const failure =
    worstFailureOf(outcome) ?? (isDamaged ? new Failure('reply-damaged') : null) ?? defiFailureOf(outcome);
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
 * The new holdings; a holding without a price gets its last known price for 24 h. An unchanged holding is the same
 * object as before, so that later code can see by comparison of objects that nothing changed.
 * `knownAt`: when the previous holdings of a chain were answered, ms; a time in the future (the clock was set back)
 * counts as now.
 */
export function reusePrices(
  previous: readonly Holding[],
  next: readonly Holding[],
  knownAt: (chainIndex: string) => number,
  now: number
): Holding[] {
  const indexOfId = createIndexFinder(previous);
  return next.map(holding => {
    const last = previous[indexOfId(holding.id)];
    if (!last) return holding;
    if (isSame(last, holding)) return last;
    if (holding.price !== null || last.price === null) return holding;
    const since = Math.min(last.priceKeptSince ?? knownAt(holding.chainIndex), now);
    return now - since > PRICE_REUSE_MS ? holding : { ...holding, price: last.price, priceKeptSince: since };
  });
}

/** The id covers wallet, chain, address and token. Holdings are not the same if only one of them has a mark. */
function isSame(last: Holding, next: Holding): boolean {
  return (
    last.balance === next.balance &&
    last.price === next.price &&
    last.symbol === next.symbol &&
    last.kind === next.kind &&
    last.isRisky === next.isRisky &&
    last.isDuplicate === next.isDuplicate &&
    last.priceKeptSince === next.priceKeptSince &&
    !last.isUnverified &&
    !last.doubt
  );
}
