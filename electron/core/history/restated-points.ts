// Restates history points: as if a wallet, a chain of one or a holding had never been counted.
// A wallet that is forgotten is taken out of the files so; of all else the points stay, and only lines are restated.
import { DEFI, DEFI_NAME } from '../../../shared/domain/defi';
import { add, decimal, subtract, sum, toText, type DecimalText } from '../../../shared/domain/decimal';
import { holdingId, partsOfId, unitOf } from '../../../shared/domain/holding-id';
import type { CountingStatus, Portfolio } from '../../../shared/schema/app-state';
import {
  countedOnceAt,
  type HistoryPoint,
  type LastLedger,
  type LinePoint,
  type RepeatedPart,
  type TokenPoint
} from '../ports/history-point';
import { returnKeyOf } from '../portfolio/price-move';
import { isDefiId } from '../snapshots/defi';
import { partsWithoutWallet } from './repeated-parts';

/**
 * Subtracts the wallet's value from the total, and its prices and transfers from the ledger. What another wallet had as
 * well counts there. The rest of the total is recounted, so that the three add up to the total. A point without the
 * wallet is returned as it is.
 */
export function withoutWallet(point: HistoryPoint, walletId: string): HistoryPoint {
  const { [walletId]: removed, ...wallets } = point.wallets;
  if (!removed) return point;
  const { countedOnce, ...others } = withoutRecounts(point);
  const parts = partsWithoutWallet(countedOnce ?? [], walletId);
  const isOther = (id: string) => !id.startsWith(`${walletId}/`);
  const once = minus(countedOnceAt({ countedOnce: parts }), countedOnceAt(point));
  const total = plus(minus(point.total, removed.value), once);
  const ledgerWithout = (kind: 'prices' | 'transfers') =>
    plus(minus(point.ledger[kind], removed[kind]), removed.elsewhere?.[kind] ?? '0');
  const [prices, transfers] = [ledgerWithout('prices'), ledgerWithout('transfers')];
  return {
    ...others,
    total,
    ledger: { prices, transfers, recounted: minus(minus(total, prices), transfers) },
    stale: point.stale.filter(isOther),
    wallets,
    ...returnsWithout(point, walletId),
    ...(parts.length > 0 && { countedOnce: parts }),
    tokens: point.tokens.filter(([id]) => isOther(id))
  };
}

/**
 * What was recounted, by cause: what of it was of the wallet, or of what others had as well, cannot be told any more. So the
 * sums begin anew.
 */
function withoutRecounts(point: HistoryPoint): HistoryPoint {
  const { recounts, ...others } = point;
  return recounts ? others : point;
}

/** What the wallet did to the returns of sums cannot be taken out of them: they begin anew. */
function returnsWithout(
  { returns }: HistoryPoint,
  removedId: string
): Pick<HistoryPoint, 'returns' | 'chainLedgers'> {
  if (!returns) return {};
  const isOther = (key: string) =>
    key.startsWith(returnKeyOf({ walletId: '' })) && key !== returnKeyOf({ walletId: removedId });
  const left = Object.entries(returns).filter(([key]) => isOther(key));
  return { returns: Object.fromEntries(left), chainLedgers: {} };
}

/** What the prices and transfers of a wallet had come to in its last point, without what counts elsewhere. */
export function lastLedgerOf(points: readonly HistoryPoint[], walletId: string): LastLedger | null {
  const last = points
    .filter(({ wallets }) => walletId in wallets)
    .reduce<HistoryPoint | null>((found, point) => (found && found.at >= point.at ? found : point), null);
  const own = last?.wallets[walletId];
  if (!last || !own) return null;
  const sumOf = (kind: 'prices' | 'transfers') => minus(own[kind], own.elsewhere?.[kind] ?? '0');
  return { at: last.at, prices: sumOf('prices'), transfers: sumOf('transfers') };
}

/** A point after the wallet was removed still has in its ledger what the wallet's prices and transfers did. */
function afterWallet(point: HistoryPoint, walletId: string, last: LastLedger): HistoryPoint {
  const prices = minus(point.ledger.prices, last.prices);
  const transfers = minus(point.ledger.transfers, last.transfers);
  const ledger = { prices, transfers, recounted: minus(minus(point.total, prices), transfers) };
  return { ...point, ledger, ...returnsWithout(point, walletId) };
}

/**
 * A point that had no other wallet is removed: the total was never zero. `last`: of the wallet, where other files may
 * have a later point of it than `points` have.
 */
export function pointsWithoutWallet(
  points: readonly HistoryPoint[],
  walletId: string,
  last = lastLedgerOf(points, walletId)
): HistoryPoint[] {
  const hasRecounts = last !== null || points.some(({ recounts }) => recounts?.[walletId]);
  return points.flatMap(given => {
    const point = hasRecounts ? withoutRecounts(given) : given;
    if (last !== null && point.at > last.at && !(walletId in point.wallets))
      return [afterWallet(point, walletId, last)];
    const remaining = withoutWallet(point, walletId);
    return remaining !== point && Object.keys(remaining.wallets).length === 0 ? [] : [remaining];
  });
}

function plus(a: DecimalText, b: DecimalText): DecimalText {
  return toText(add(decimal(a), decimal(b)));
}

function minus(a: DecimalText, b: DecimalText): DecimalText {
  return toText(subtract(decimal(a), decimal(b)));
}

/** What counts in what is shown, and so is in its line. */
export interface CountedNow {
  /** By wallet the chains that are asked for; null: all of them. */
  readonly chainsOf: ReadonlyMap<string, ReadonlySet<string> | null>;
  readonly hasDefi: boolean;
  /** Held, with a price, and not counted. */
  readonly excludedIds: ReadonlySet<string>;
}

/** A token that lost its price was not taken out by anybody: its past stays. */
const EXCLUDED: ReadonlySet<CountingStatus> = new Set(['kept-out', 'risky', 'unverified', 'testnet']);

export function countedNow(
  { wallets, holdings }: Pick<Portfolio, 'wallets' | 'holdings'>,
  hasDefi: boolean
): CountedNow {
  return {
    chainsOf: new Map(
      wallets.map(({ wallet: { id, chains } }) => [id, chains.length === 0 ? null : new Set(chains)])
    ),
    hasDefi,
    excludedIds: new Set(
      holdings.flatMap(({ id, countingStatus }) => (EXCLUDED.has(countingStatus) ? [id] : []))
    )
  };
}

/**
 * The points of what counts now. What is held no more, but was, stays in them: it was sold and not taken out. A point
 * has its largest tokens only: of a smaller one that is excluded now, it keeps what it had. A point of removed wallets
 * alone is left out.
 */
export function restatedPoints(points: readonly HistoryPoint[], counted: CountedNow): LinePoint[] {
  if (!isSameCounted(last.counted, counted)) last = { counted, restated: new WeakMap() };
  const { restated } = last;
  return points.flatMap(point => {
    const known = restated.get(point);
    if (known) return known;
    const line = restatedPoint(point, counted);
    if (line[0] !== point) restated.set(point, line);
    return line;
  });
}

/** A state is drawn many times between two choices of what counts, each time with the points of the last day. */
let last: { readonly counted: CountedNow; readonly restated: WeakMap<HistoryPoint, readonly LinePoint[]> } = {
  counted: { chainsOf: new Map(), hasDefi: false, excludedIds: new Set() },
  restated: new WeakMap()
};

function isSameCounted(a: CountedNow, b: CountedNow): boolean {
  const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    one.size === other.size && [...one].every(each => other.has(each));
  const isSameChains = ([id, chains]: [string, ReadonlySet<string> | null]) => {
    const others = b.chainsOf.get(id);
    return others !== undefined && (chains && others ? isSameSet(chains, others) : chains === others);
  };
  return (
    a.hasDefi === b.hasDefi &&
    a.chainsOf.size === b.chainsOf.size &&
    [...a.chainsOf].every(isSameChains) &&
    isSameSet(a.excludedIds, b.excludedIds)
  );
}

/** None where only removed wallets counted. */
function restatedPoint(point: HistoryPoint, counted: CountedNow): readonly LinePoint[] {
  const removed = Object.keys(point.wallets).filter(id => !counted.chainsOf.has(id));
  const own = removed.reduce<HistoryPoint>(withoutWallet, point);
  if (removed.length > 0 && Object.keys(own.wallets).length === 0) return [];
  return [withoutTokens(withoutChains(own, counted), own, counted.excludedIds)];
}

type Chains = Readonly<Record<string, DecimalText>>;

function isChainCounted(walletId: string, chainIndex: string, { chainsOf, hasDefi }: CountedNow): boolean {
  if (chainIndex === DEFI) return hasDefi;
  return chainsOf.get(walletId)?.has(chainIndex) ?? true;
}

/** What another wallet had as well on such a chain counts there. */
function withoutChains(point: LinePoint, counted: CountedNow): LinePoint {
  const isOut = (walletId: string) => (chainIndex: string) => !isChainCounted(walletId, chainIndex, counted);
  const isChanged = Object.entries(point.wallets).some(([id, { chains }]) => anyChain(chains, isOut(id)));
  if (!isChanged) return point;
  const wallets = Object.entries(point.wallets).map(([id, wallet]) => {
    const [chains, removed] = splitChains(wallet.chains, isOut(id));
    return [id, { ...wallet, value: minus(wallet.value, sumOf(removed)), chains }] as const;
  });
  const countedOnce = (point.countedOnce ?? []).map(part => {
    const isFirstOut = (chainIndex: string) => part.ahead.every(id => isOut(id)(chainIndex));
    const isGone = (chainIndex: string) => isOut(part.walletId)(chainIndex) || isFirstOut(chainIndex);
    return { ...part, chains: splitChains(part.chains, isGone)[0] };
  });
  const tokens = point.tokens.filter(([id]) => {
    const { walletId, chainIndex } = partsOfId(id);
    return !isOut(walletId)(chainIndex);
  });
  return summedUp(point, { wallets: Object.fromEntries(wallets), countedOnce, tokens });
}

function anyChain(chains: Chains, isOut: (chainIndex: string) => boolean): boolean {
  for (const chainIndex in chains) if (isOut(chainIndex)) return true;
  return false;
}

/** Those that stay, and those that do not. */
function splitChains(chains: Chains, isOut: (chainIndex: string) => boolean): [Chains, Chains] {
  const all = Object.entries(chains);
  const some = (isWanted: boolean) =>
    Object.fromEntries(all.filter(([chainIndex]) => isOut(chainIndex) === isWanted));
  return [some(false), some(true)];
}

/**
 * What counts in another wallet than an excluded holding goes on counting nowhere, as in the portfolio. `whole`: the point
 * with all chains, which tells what other wallets had as well.
 */
function withoutTokens(point: LinePoint, whole: LinePoint, excludedIds: ReadonlySet<string>): LinePoint {
  if (excludedIds.size === 0) return point;
  const isExcluded = ([id]: TokenPoint) => excludedIds.has(id);
  const defi = defiTokens(point);
  if (!point.tokens.some(isExcluded) && !defi.some(isExcluded)) return point;
  const tokens = [...point.tokens.filter(([id]) => !isDefiId(id)), ...defi].filter(isExcluded);
  return tokens.reduce((left, token) => withoutToken(left, token, walletsOfUnit(token, whole)), point);
}

/** Of DeFi a point has the value of each wallet, however small it is. */
function defiTokens({ wallets }: LinePoint): TokenPoint[] {
  const tokens: TokenPoint[] = [];
  for (const walletId in wallets) {
    const value = wallets[walletId]?.chains[DEFI];
    if (value !== undefined) tokens.push([holdingId(walletId, DEFI, '', ''), DEFI_NAME, value, value]);
  }
  return tokens;
}

/** The wallets that had what the token is; of DeFi it is not known which of them had the same. */
function walletsOfUnit([id]: TokenPoint, { tokens, wallets }: LinePoint): ReadonlySet<string> {
  if (isDefiId(id)) return new Set(Object.keys(wallets));
  const unit = unitOf({ id });
  return new Set(
    tokens.flatMap(([other]) => (unitOf({ id: other }) === unit ? [partsOfId(other).walletId] : []))
  );
}

function withoutToken(
  point: LinePoint,
  [id, , , value]: TokenPoint,
  watchers: ReadonlySet<string>
): LinePoint {
  const { walletId, chainIndex } = partsOfId(id);
  const tokens = point.tokens.filter(token => token[0] !== id);
  const wallet = point.wallets[walletId];
  if (wallet?.chains[chainIndex] === undefined) return { ...point, tokens };
  const once = point.countedOnce ?? [];
  // Among the parts of the wallet it is in the one that names all wallets before it.
  const [repeated] = once
    .filter(part => part.walletId === walletId && chainIndex in part.chains)
    .filter(part => part.ahead.every(ahead => watchers.has(ahead)))
    .sort((a, b) => b.ahead.length - a.ahead.length);
  const countedOnce = once.map(part =>
    part === repeated ? { ...part, chains: lessOn(part.chains, chainIndex, value) } : part
  );
  const own = {
    ...wallet,
    value: minus(wallet.value, value),
    chains: lessOn(wallet.chains, chainIndex, value)
  };
  return summedUp(point, { wallets: { ...point.wallets, [walletId]: own }, countedOnce, tokens });
}

/** A chain of which nothing is left is none. */
function lessOn(chains: Chains, chainIndex: string, value: DecimalText): Chains {
  const { [chainIndex]: before, ...others } = chains;
  const left = before === undefined ? '0' : minus(before, value);
  return left === '0' ? others : { ...others, [chainIndex]: left };
}

/** With the total of the given parts. */
function summedUp(
  { countedOnce: before, ...point }: LinePoint,
  parts: Pick<LinePoint, 'wallets' | 'tokens'> & { readonly countedOnce: readonly RepeatedPart[] }
): LinePoint {
  const countedOnce = parts.countedOnce.filter(({ chains }) => Object.keys(chains).length > 0);
  const valueOf = (wallets: LinePoint['wallets']) =>
    sum(Object.values(wallets).map(({ value }) => decimal(value)));
  const moved = subtract(valueOf(parts.wallets), valueOf(point.wallets));
  const once = minus(countedOnceAt({ countedOnce }), countedOnceAt({ countedOnce: before ?? [] }));
  const total = plus(plus(point.total, toText(moved)), once);
  return {
    ...point,
    total,
    wallets: parts.wallets,
    tokens: parts.tokens,
    ...(countedOnce.length > 0 && { countedOnce })
  };
}

function sumOf(chains: Chains): DecimalText {
  return toText(sum(Object.values(chains).map(decimal)));
}
